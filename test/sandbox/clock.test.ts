import { expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const DAY = 86_400_000;

/** When the message with this text was written. */
async function timeOf(body: string): Promise<number> {
  await sandbox.control('/messages', { contactId: contactId(0), channel: 'SMS', body });
  const messages = await sandbox.control(`/state/messages?body=${body}`);
  return Number(at(messages, 0, 'dateAdded'));
}

test('The clock moves forward: what happens from then on has its time, and a reset puts it right', async () => {
  const before = Date.now();
  await sandbox.control('/clock', { aheadMs: DAY });
  expect(await timeOf('Tomorrow')).toBeGreaterThanOrEqual(before + DAY);
  expect(await sandbox.control('')).toMatchObject({ clockAheadMs: DAY });
  await sandbox.control('/reset', {});
  expect(await timeOf('Today')).toBeLessThan(before + DAY);
});

test('Tokens end by it', async () => {
  const path = `/conversations/search?locationId=${HARBOUR}&limit=1`;
  expect(list((await sandbox.call(path)).body, 'conversations')).toHaveLength(1);
  await sandbox.control('/clock', { aheadMs: 2 * DAY });
  expect((await sandbox.call(path)).status).toBe(401);
});

test('It does not go back, and not beyond ten years', async () => {
  for (const aheadMs of [-1, 11 * 366 * DAY]) {
    await expect(sandbox.control('/clock', { aheadMs })).rejects.toThrow('aheadMs');
  }
});
