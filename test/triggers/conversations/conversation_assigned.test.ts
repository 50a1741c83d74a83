import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { readable } from '../../support/hook.ts';

const trigger = App.triggers.conversation_assigned;

const found = (conversations: object[], query: object = {}) =>
  highLevel()
    .get('/conversations/search')
    .query({
      locationId: LOCATION_ID,
      sortBy: 'last_message_date',
      sort: 'desc',
      limit: 100,
      ...query,
    })
    .reply(200, { conversations, total: conversations.length });

const row = (id: string, assignedTo?: string) => ({
  id,
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  assignedTo,
  lastMessageType: 'TYPE_SMS',
});

describe('conversation_assigned', () => {
  test('returns what somebody looks after, in one request, with the user fetched when used', async () => {
    found([row('c2ZbR4xVnL0shT7gK2mW', 'u1ZbR4xVnL0shT7gK2mW'), row('c1ZbR4xVnL0shT7gK2mW')]);
    expect(readable(await run(trigger))).toMatchObject([
      {
        id: 'c2ZbR4xVnL0shT7gK2mW',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        user: { fetch: 'hydrators.assignedUser', with: { userId: 'u1ZbR4xVnL0shT7gK2mW' } },
      },
    ]);
  });

  test('tells a conversation apart by its user: it triggers again for another one', () => {
    const fields = (trigger.operation.outputFields ?? []).filter((field) => 'primary' in field);
    expect(fields.map((field) => 'key' in field && field.key)).toEqual(['id', 'assignedTo']);
  });

  test('keeps to a user and to channels', async () => {
    found([row('c2ZbR4xVnL0shT7gK2mW', 'u1ZbR4xVnL0shT7gK2mW')], {
      assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
      lastMessageType: 'TYPE_WHATSAPP',
    });
    const inputData = { assignedTo: 'u1ZbR4xVnL0shT7gK2mW', channel: ['whatsapp'] };
    expect(await run(trigger, { inputData })).toEqual([]);
  });

  test('fetches the user by name', async () => {
    highLevel()
      .get('/users/u1ZbR4xVnL0shT7gK2mW')
      .reply(200, { id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent', email: 's@example.com' });
    expect(
      await runMethod(hydrators.assignedUser, { inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW' } }),
    ).toEqual({
      name: 'Sam Agent',
      firstName: null,
      lastName: null,
      email: 's@example.com',
      phone: null,
    });
  });
});
