import { describe, expect, test } from '@jest/globals';

import { formReader } from '../../local/index.ts';
import type { RawRecord } from '../../resources/values.ts';

const CHANNEL = { key: 'channel', altersDynamicFields: true };

/** A form that asks for a subject where the channel is email, and notes what it was asked with. */
function openForm() {
  const asked: RawRecord[] = [];
  const read = formReader((inputData) => {
    asked.push(inputData);
    const more = inputData['channel'] === 'email' ? [{ key: 'subject' }] : [];
    return Promise.resolve([CHANNEL, { key: 'message' }, ...more]);
  });
  return { asked, read };
}

describe('An open form', () => {
  test('is asked for its fields anew only for a value that alters it', async () => {
    const { asked, read } = openForm();
    for (const message of ['', 'Hello', 'Hello there']) {
      expect(await read({ message })).toEqual([CHANNEL, { key: 'message' }]);
    }
    expect(asked).toEqual([{}]);
  });

  test('shows what each value adds, and remembers it', async () => {
    const { asked, read } = openForm();
    const keysFor = async (channel: string) => (await read({ channel })).map(({ key }) => key);
    expect(await keysFor('email')).toEqual(['channel', 'message', 'subject']);
    expect(await keysFor('sms')).toEqual(['channel', 'message']);
    expect(await keysFor('email')).toEqual(['channel', 'message', 'subject']);
    expect(asked).toEqual([{}, { channel: 'email' }, { channel: 'sms' }]);
  });

  test('asks again for what it was not told', async () => {
    const answers = [Promise.reject(new Error('Not now.')), Promise.resolve([CHANNEL])];
    const read = formReader(() => answers.shift() ?? Promise.resolve([]));
    await expect(read({})).rejects.toThrow('Not now.');
    expect(await read({})).toEqual([CHANNEL]);
    expect(await read({})).toEqual([CHANNEL]);
  });
});
