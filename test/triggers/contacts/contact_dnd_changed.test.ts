import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.contact_dnd_changed;
/** Closed by SMS and for good by email, open by phone; other channels are not named. */
const { event, record } = fixture('contact_dnd_changed');

describe('contact_dnd_changed', () => {
  testsOfEveryHook(trigger, { events: ['ContactDndUpdate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('takes the setting of all channels where a channel has none of its own', async () => {
    const [found] = [await run(trigger, delivered({ ...event, dnd: true }))];
    expect(found).toMatchObject([
      { doNotDisturb: true, dndSms: true, dndCall: false, dndWhatsapp: true },
    ]);
  });

  test.each([
    [{ channel: 'dndSms', isOn: 'on' }, 1],
    [{ channel: 'dndSms', isOn: 'off' }, 0],
    [{ channel: 'dndEmail', isOn: 'on' }, 1],
    [{ channel: 'dndCall', isOn: 'on' }, 0],
    [{ channel: 'dndCall', isOn: 'off' }, 1],
    [{ isOn: 'off' }, 1],
    [{ channel: 'doNotDisturb', isOn: 'on' }, 0],
    [{ channel: 'dndSms' }, 1],
  ])('with %j, finds %i', async (inputData, count) => {
    expect(await run(trigger, delivered(event, { inputData }))).toHaveLength(count);
  });

  test('takes samples from the latest contacts that fit', async () => {
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [
          { id: 'k1ZbR4xVnL0shT7gK2mW', dnd: true },
          { id: 'k2ZbR4xVnL0shT7gK2mW', dnd: false, dndSettings: { SMS: { status: 'inactive' } } },
        ],
        total: 2,
      });
    expect(
      await runHook(trigger, 'performList', { inputData: { channel: 'dndSms', isOn: 'off' } }),
    ).toMatchObject([{ id: 'k2ZbR4xVnL0shT7gK2mW', dndSms: false }]);
  });
});
