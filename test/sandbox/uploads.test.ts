import { describe, expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const conversationId = async (): Promise<string> =>
  text(await sandbox.control(`/state/conversations?contactId=${contactId(0)}`), 0, 'id');

async function form(name: string, bytes: string, changes: Record<string, string> = {}) {
  const data = new FormData();
  const fields = {
    conversationId: await conversationId(),
    contactId: contactId(0),
    locationId: HARBOUR,
    ...changes,
  };
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  if (name !== '') data.set('fileAttachment', new Blob([bytes]), name);
  return data;
}

const upload = async (...parts: Parameters<typeof form>) =>
  sandbox.call('/conversations/messages/upload', { body: await form(...parts) });

describe('multipart upload', () => {
  test('the SDK puts a file where its address serves it', async () => {
    const answer: unknown = await sandbox
      .sdk()
      .conversations.uploadFileAttachments(await form('notes.txt', 'hello'), {
        headers: { 'Content-Type': 'multipart/form-data' },
      });
    const url = text(answer, 'uploadedFiles', 'notes.txt');
    const file = await fetch(url);
    expect(file.headers.get('content-type')).toBe('text/plain');
    expect(await file.text()).toBe('hello');
  });

  test('takes addresses instead of a file', async () => {
    const answer = await upload('', '', { attachmentUrls: 'https://example.com/plan.pdf' });
    expect(answer.body).toMatchObject({
      uploadedFiles: { 'plan.pdf': 'https://example.com/plan.pdf' },
    });
  });

  test('refuses other types, large files, unknown fields and conversations', async () => {
    const other = await upload('run.exe', 'x');
    expect(other.status).toBe(415);
    expect(other.body).toMatchObject({ status: 415, message: expect.any(String) });
    await sandbox.control('/settings', { uploadBytes: 4 });
    expect((await upload('a.txt', 'hello')).status).toBe(413);
    expect((await upload('a.txt', 'x', { surprise: '1' })).status).toBe(422);
    expect((await upload('a.txt', 'x', { conversationId: 'nope' })).status).toBe(500);
    expect((await upload('', '')).status).toBe(400);
  });
});

describe('signed upload', () => {
  const initiate = async (changes: Record<string, unknown> = {}) =>
    sandbox.call('/conversations/messages/upload/initiate', {
      body: {
        locationId: HARBOUR,
        conversationId: await conversationId(),
        filename: 'film.mp4',
        contentType: 'video/mp4',
        channel: 'WHATSAPP',
        ...changes,
      },
    });

  const complete = async (started: unknown) =>
    sandbox.call('/conversations/messages/upload/complete', {
      body: {
        locationId: HARBOUR,
        conversationId: await conversationId(),
        filename: 'film.mp4',
        uploadId: text(started, 'uploadId'),
        filePath: text(started, 'filePath'),
      },
    });

  test('initiate, PUT, complete', async () => {
    const { body } = await initiate();
    expect(at(body, 'maxFileSize')).toBe(100 * 1024 * 1024);
    expect((await complete(body)).status).toBe(404);
    const put = await fetch(text(body, 'uploadUrl'), {
      method: 'PUT',
      headers: { 'content-type': 'video/mp4' },
      body: 'moving pictures',
    });
    expect(put.status).toBe(200);
    const done = await complete(body);
    expect(done.body).toMatchObject({
      uploadedFiles: { 'film.mp4': expect.stringContaining('/files/') },
      metadata: { size: 15, contentType: 'video/mp4' },
    });
    expect((await complete(body)).status).toBe(404);
  });

  test('limits by channel, and the type that was announced', async () => {
    const large = await initiate({ channel: 'SMS', fileSize: 6 * 1024 * 1024 });
    expect(large.status).toBe(413);
    expect((await initiate({ filename: 'run.exe' })).status).toBe(415);
    const { body } = await initiate();
    const put = await fetch(text(body, 'uploadUrl'), {
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      body: 'x',
    });
    expect(put.status).toBe(403);
  });
});

test('files of seeded messages can be fetched', async () => {
  const emails = list(await sandbox.control(`/state/emails?contactId=${contactId(1)}`));
  const files = emails.flatMap((email) => list(email, 'attachments'));
  expect(files).toHaveLength(2);
  for (const file of files) {
    const answer = await fetch(new URL(String(file), sandbox.url));
    expect(answer.status).toBe(200);
  }
});
