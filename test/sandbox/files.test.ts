import { describe, expect, test } from '@jest/globals';

import { at, contactId, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const write = (body: Record<string, unknown>) =>
  sandbox.control('/messages', { contactId: contactId(2), channel: 'WhatsApp', ...body });

const read = async (message: unknown): Promise<unknown> => {
  const { body } = await sandbox.call(`/conversations/messages/${text(message, 'messageId')}`);
  return at(body, 'message');
};

/** The event of the one message that was written. */
async function eventOf(body: Record<string, unknown>): Promise<unknown> {
  await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/' });
  await write(body);
  return at(await sandbox.control('/deliveries?type=InboundMessage'), 0, 'body');
}

describe('attachments', () => {
  const photo = { url: '/files/seed/photo', type: 'image', name: 'photo.jpg' };
  const voice = { url: 'https://example.com/voice', type: 'audio' };

  test('are texts and objects, mixed, in messages and in events', async () => {
    const attachments = ['/files/seed/price-list.pdf', photo, voice];
    const expected = [
      `${sandbox.url}/files/seed/price-list.pdf`,
      { ...photo, url: `${sandbox.url}/files/seed/photo` },
      voice,
    ];
    const message = await write({ channel: 'IG', attachments });
    expect(at(await read(message), 'attachments')).toEqual(expected);
    const event = await eventOf({ channel: 'IG', attachments });
    expect(at(event, 'attachments')).toEqual(expected);
  });

  test('are so in the seeded data too', async () => {
    const messages = list(await sandbox.control('/state/messages'));
    const seeded = messages.flatMap((message) => list(message, 'attachments'));
    expect(seeded.some((one) => typeof one === 'string')).toBe(true);
    expect(seeded.some((one) => typeof at(one, 'url') === 'string')).toBe(true);
  });

  test('of WhatsApp come after the event, and after so many readings', async () => {
    const attachments = ['/files/seed/photo'];
    const late = { attachments, body: 'Here it is', lateMedia: 0 };
    const event = await eventOf(late);
    expect(event).toMatchObject({ body: '', attachments: [], messageId: expect.any(String) });
    const whole = { body: 'Here it is', attachments: [`${sandbox.url}/files/seed/photo`] };
    expect(await read(await write(late))).toMatchObject(whole);
    const slow = await write({ ...late, lateMedia: 1 });
    expect(await read(slow)).toMatchObject({ body: '', attachments: [] });
    expect(await read(slow)).toMatchObject(whole);
  });
});

describe('files', () => {
  test.each([
    ['photo', 'image/jpg'],
    ['photo-progressive', 'image/pjpeg'],
    ['song', 'audio/mp3'],
    ['phone-call', 'audio/x-wav'],
    ['voice-note', 'audio/wave'],
    ['archive', 'application/x-zip-compressed'],
  ])('%s is served as %s', async (name, type) => {
    const answer = await fetch(`${sandbox.url}/files/seed/${name}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  const lay = async (file: Record<string, unknown>): Promise<Response> =>
    fetch(text(await sandbox.control('/files', file), 'url'));

  test('are laid at any path, with any type and content', async () => {
    const path = 'o/location%2Fx%2Fimages%2Fy.jpg?alt=media';
    const made = await sandbox.control('/files', { path, contentType: 'image/jpg', bytes: 3 });
    expect(text(made, 'url')).toMatch(/location%2Fx%2Fimages%2Fy\.jpg\?alt=media$/);
    const answer = await fetch(text(made, 'url'));
    expect(answer.headers.get('content-type')).toBe('image/jpg');
    expect(await answer.text()).toBe('xxx');
    const page = await lay({ contentType: 'text/html; charset=utf-8', text: '<h1>Sign in</h1>' });
    expect(await page.text()).toBe('<h1>Sign in</h1>');
    const binary = await lay({ contentType: 'application/pdf', base64: 'JVBERg==' });
    expect(await binary.text()).toBe('%PDF');
  });

  test('have any name in their header, or none', async () => {
    const named = async (contentDisposition: string | null): Promise<string | null> => {
      const answer = await lay({ contentType: 'application/pdf', contentDisposition });
      return answer.headers.get('content-disposition');
    };
    const raw = await named('attachment; filename="Zürich – Plan.pdf"');
    expect(Buffer.from(raw ?? '', 'latin1').toString()).toBe(
      'attachment; filename="Zürich – Plan.pdf"',
    );
    const coded = "attachment; filename*=iso-8859-1'en'%A3%20rates.pdf";
    expect(await named(coded)).toBe(coded);
    expect(await named(null)).toBeNull();
  });
});

describe('a custom field with files', () => {
  const valueOf = async (index: number): Promise<unknown> => {
    const { body } = await sandbox.call(`/contacts/${contactId(index)}`);
    return at(body, 'contact', 'customFields', 0, 'value');
  };
  const file = {
    url: expect.stringMatching(/^http:.*\/files\/seed\//),
    meta: { originalname: expect.any(String), size: expect.any(Number), mimetype: 'image/png' },
    documentId: expect.any(String),
  };

  test('is an object by uuid, or a list', async () => {
    const value = await valueOf(21);
    const entries: unknown[] = typeof value === 'object' && value ? Object.entries(value) : [];
    expect(entries).toEqual([[expect.stringMatching(/^[0-9a-f-]{36}$/), file]]);
    expect(await valueOf(22)).toEqual([file, file]);
  });
});
