import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { PackagedApp, type LocalZapier, type ZapierRpc } from '../../local/index.ts';
import { DUPLICATE_SECONDS } from '../../lib/operations/duplicates.ts';
import { advanceTime, resumeTime, stopTime } from '../support/clock.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let rpc: ZapierRpc;
let contactId: string;

beforeAll(async () => {
  zapier = await sharedZapier();
  ({ rpc } = zapier.app);
});

beforeEach(async () => {
  await zapier.sandbox.reset();
  rpc.reset();
  contactId = String((await zapier.sandbox.record('contacts', { firstName: 'Anna' }))['id']);
});

afterEach(resumeTime);

const TEXT = 'Your table is booked for eight.';

function send(inputData: Record<string, unknown> = {}) {
  return zapier.create('send_message', { contactId, channel: 'sms', message: TEXT, ...inputData });
}

/** How many messages of this text HighLevel has. */
async function sentTimes(body = TEXT): Promise<number> {
  const query = new URLSearchParams({ contactId, body }).toString();
  return (await zapier.sandbox.list(`/state/messages?${query}`)).length;
}

function fault(details: Record<string, unknown>) {
  return zapier.sandbox.post('/faults', {
    path: '/conversations/messages',
    method: 'POST',
    ...details,
  });
}

const DUPLICATE = {
  name: 'HaltedError',
  summary: expect.stringMatching(/^Not sent: this message already went/),
};
const IN_DOUBT = { name: 'AppError', code: 'outcome_unknown' };

describe('The very same message', () => {
  test('is stopped, from another step too, which is no failure of the Zap', async () => {
    await send();
    await expect(send()).rejects.toMatchObject(DUPLICATE);
    expect(await sentTimes()).toBe(1);
  });

  test('is stopped when two Zaps send it at the same moment', async () => {
    const other = await PackagedApp.open({
      rpc,
      env: { HIGHLEVEL_API_URL: zapier.sandbox.url },
    });
    const inOther = other.one({
      method: 'creates.send_message.operation.perform',
      bundle: {
        authData: zapier.authData,
        inputData: { contactId, channel: 'sms', message: TEXT },
      },
      identity: { user: 'user-2', auth: 'auth-2' },
    });
    const outcomes = await Promise.allSettled([send(), inOther]);
    await other.close();
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await sentTimes()).toBe(1);
  });

  test('goes out again after ten minutes', async () => {
    // The time of Zapier's cache, which is here.
    stopTime(new Date().toISOString());
    await send();
    advanceTime((DUPLICATE_SECONDS - 1) * 1000);
    await expect(send()).rejects.toMatchObject(DUPLICATE);
    advanceTime(2000);
    await send();
    expect(await sentTimes()).toBe(2);
  });

  test('goes out again when a person wants it', async () => {
    await send({ skipDuplicates: false });
    await send({ skipDuplicates: 'no' });
    expect(await sentTimes()).toBe(2);
  });

  test('goes out when the cache fails', async () => {
    rpc.fail('zcache_set', 6);
    await send();
    await send();
    expect(await sentTimes()).toBe(2);
  });
});

test.each<[string, Record<string, unknown>]>([
  ['text', { message: 'Your table is booked for nine.' }],
  ['channel', { channel: 'whatsapp' }],
  ['attachments', { attachments: ['https://example.com/menu.pdf'] }],
  ['time', { scheduledTimestamp: new Date(Date.now() + 86_400_000).toISOString() }],
])('A message that differs in its %s goes out', async (_what, inputData) => {
  await send();
  await expect(send(inputData)).resolves.toMatchObject({ id: expect.any(String) });
});

describe('A step that Zapier repeats sends exactly once', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ['429', { status: 429 }, { name: 'ThrottledError', delay: 10 }],
    ['a refusal', { status: 400, body: { message: 'Try later' } }, { code: 'refused' }],
    [
      'a firewall',
      { status: 403, html: '<h1>Attention required</h1>' },
      { name: 'ThrottledError', delay: 60 },
    ],
  ])('after %s', async (_what, details, expected) => {
    await fault(details);
    await expect(send()).rejects.toMatchObject(expected);
    expect(await sentTimes()).toBe(0);
    await send();
    await expect(send()).rejects.toMatchObject(DUPLICATE);
    expect(await sentTimes()).toBe(1);
  });

  test('after the token had ended, and was refreshed', async () => {
    await fault({ expireToken: true });
    await expect(send()).rejects.toMatchObject({ name: 'RefreshAuthError' });
    await zapier.refresh();
    await send();
    await expect(send()).rejects.toMatchObject(DUPLICATE);
    expect(await sentTimes()).toBe(1);
  });

  test('after an upload failed', async () => {
    await fault({ path: '/conversations/messages/upload', status: 500 });
    const files = [`${zapier.sandbox.url}/files/seed/price-list.pdf`];
    await expect(send({ files })).rejects.toMatchObject({ name: 'ThrottledError' });
    await send({ files });
    await expect(send({ files })).rejects.toMatchObject(DUPLICATE);
    expect(await sentTimes()).toBe(1);
  });
});

describe('A message that may have gone out is not sent again', () => {
  test.each<[string, Record<string, unknown>, number]>([
    ['when the connection broke after HighLevel took it', { drop: 'after' }, 1],
    ['when the connection broke before', { drop: 'before' }, 0],
    ['when the answer was a failure, after HighLevel took it', { when: 'after', status: 500 }, 1],
    ['when the answer was empty', { when: 'after', status: 201, body: '' }, 1],
    ['when the answer was a page', { when: 'after', status: 502, html: '<h1>x</h1>' }, 1],
  ])('%s', async (_what, details, sent) => {
    await fault(details);
    await expect(send()).rejects.toMatchObject(IN_DOUBT);
    await expect(send()).rejects.toMatchObject(DUPLICATE);
    expect(await sentTimes()).toBe(sent);
  });
});
