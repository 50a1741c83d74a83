import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.contact_tags_changed;
const { event, record } = fixture('contact_tags_changed');

describe('contact_tags_changed', () => {
  testsOfEveryHook(trigger, { events: ['ContactTagUpdate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    [{ tag: 'vip' }, 1],
    [{ tag: 'lead' }, 0],
    [{ withoutTag: 'lead' }, 1],
    [{ withoutTag: 'VIP' }, 0],
    [{ tag: 'vip', withoutTag: 'lead' }, 1],
    [{ tag: 'vip', withoutTag: 'customer' }, 0],
  ])('with %j, finds %i', async (inputData, count) => {
    expect(await run(trigger, delivered(event, { inputData }))).toHaveLength(count);
  });

  test('refuses one tag in both filters, for samples too', async () => {
    const inputData = { tag: 'VIP', withoutTag: 'vip' };
    const refusal = 'are both \\"VIP\\"';
    await expect(run(trigger, delivered(event, { inputData }))).rejects.toThrow(refusal);
    await expect(runHook(trigger, 'performList', { inputData })).rejects.toThrow(refusal);
  });

  test('finds a contact that lost its last tag', async () => {
    const inputData = { withoutTag: 'vip' };
    expect(await run(trigger, delivered({ ...event, tags: [] }, { inputData }))).toMatchObject([
      { tags: [] },
    ]);
  });

  test('takes samples from the latest contacts that fit', async () => {
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [{ id: 'k1ZbR4xVnL0shT7gK2mW', tags: ['lead'] }, { id: 'k2ZbR4xVnL0shT7gK2mW' }],
        total: 2,
      });
    expect(
      await runHook(trigger, 'performList', { inputData: { withoutTag: 'lead' } }),
    ).toMatchObject([{ id: 'k2ZbR4xVnL0shT7gK2mW' }]);
  });
});
