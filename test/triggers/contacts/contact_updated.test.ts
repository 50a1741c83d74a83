import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.contact_updated;
const { event, record } = fixture('contact_updated');

describe('contact_updated', () => {
  testsOfEveryHook(trigger, { events: ['ContactUpdate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    ['a tag', { tag: 'customer' }, { tag: 'custom' }],
    [
      'an assigned user',
      { assignedTo: 'uS3rPq8LmN2vXc7ZtYwE' },
      { assignedTo: 'uS3rPq8LmN2vXc7ZtYwF' },
    ],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the latest contacts', async () => {
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [{ id: 'k1ZbR4xVnL0shT7gK2mW', locationId: 'l1ZbR4xVnL0shT7gK2mW' }],
        total: 1,
      });
    expect(await runHook(trigger, 'performList')).toMatchObject([
      {
        id: 'k1ZbR4xVnL0shT7gK2mW',
        link: expect.stringContaining('/contacts/detail/k1ZbR4xVnL0shT7gK2mW'),
      },
    ]);
  });
});
