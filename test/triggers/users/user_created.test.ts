import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.user_created;
const { event } = fixture('user_created');

describe('user_created', () => {
  testsOfEveryHook(trigger, { events: ['UserCreate'], event });

  test.each(['user_created', 'user_created_for_agency'])('reads the event %s', async (name) => {
    const user = fixture(name);
    expect(readable(await run(trigger, delivered(user.event)))).toEqual([user.record]);
  });

  test('keeps to a role', async () => {
    const of = (role: string) => run(trigger, delivered(event, { inputData: { role } }));
    expect(await of('user')).toHaveLength(1);
    expect(await of('admin')).toEqual([]);
  });

  test('fetches what the event leaves out when it is used', async () => {
    highLevel()
      .get('/users/u1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        id: 'u1ZbR4xVnL0shT7gK2mW',
        roles: {
          type: 'account',
          role: 'user',
          locationIds: ['l1ZbR4xVnL0shT7gK2mW', 'l2ZbR4xVnL0shT7gK2mW'],
        },
      });
    expect(
      await runMethod(hydrators.user, { inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW' } }),
    ).toEqual({
      type: 'account',
      locationIds: ['l1ZbR4xVnL0shT7gK2mW', 'l2ZbR4xVnL0shT7gK2mW'],
    });
    highLevel().get('/users/u1ZbR4xVnL0shT7gK2mW').reply(404, { message: 'Not found' });
    expect(
      await runMethod(hydrators.user, { inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW' } }),
    ).toEqual({
      type: null,
      locationIds: [],
    });
  });

  test('takes samples from the users of the sub-account', async () => {
    highLevel()
      .get('/users/')
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        users: [
          {
            id: 'u1ZbR4xVnL0shT7gK2mW',
            name: 'Sam Agent',
            roles: { role: 'user' },
            permissions: { tagsEnabled: true },
          },
          { id: 'u2ZbR4xVnL0shT7gK2mW', name: 'Ida Admin', roles: { role: 'admin' } },
        ],
      });
    expect(await runHook(trigger, 'performList', { inputData: { role: 'user' } })).toMatchObject([
      {
        id: 'u1ZbR4xVnL0shT7gK2mW',
        role: 'user',
        permissions: ['tagsEnabled'],
        locationId: LOCATION_ID,
      },
    ]);
  });
});
