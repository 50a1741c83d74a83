import { createPublicKey } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { eventBody, eventRequest, locationsOf, PUBLIC_KEY } from '../../bench/relay/events.ts';
import { isSigned } from '../../relay/signature.ts';
import { readEvent } from '../relay/support/highlevel.ts';

const LOCATIONS = { group: 'group', count: 3 };

describe('the events of the load', () => {
  test('are signed as HighLevel signs', async () => {
    const body = eventBody('run', 7, LOCATIONS);
    const [head = '', sent] = eventRequest(body).toString().split('\r\n\r\n');
    expect(sent).toBe(body.toString());
    const signature = /x-ghl-signature: (\S+)/.exec(head)?.[1];
    const keys = [createPublicKey(PUBLIC_KEY)];
    await expect(isSigned(body, signature, keys)).resolves.toBe(true);
    await expect(isSigned(Buffer.concat([body, body]), signature, keys)).resolves.toBe(false);
  });

  test('are the same in every run, and each is another', () => {
    const bytes = (index: number) => eventRequest(eventBody('run', index, LOCATIONS)).toString();
    expect(bytes(1)).toBe(bytes(1));
    const keys = [0, 1, 2, 3].map(
      (index) => readEvent({ body: eventBody('run', index, LOCATIONS) }).key,
    );
    expect(new Set(keys).size).toBe(4);
  });

  test('go to the locations in turn', () => {
    const locations = [0, 1, 2, 3].map(
      (index) => readEvent({ body: eventBody('run', index, LOCATIONS) }).locations[0],
    );
    expect(locations).toEqual([...locationsOf(LOCATIONS), 'group-0']);
  });
});
