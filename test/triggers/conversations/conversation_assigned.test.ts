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
  contactId: 'k1',
  assignedTo,
  lastMessageType: 'TYPE_SMS',
});

describe('conversation_assigned', () => {
  test('returns what somebody looks after, in one request, with the user fetched when used', async () => {
    found([row('c2', 'u1'), row('c1')]);
    expect(readable(await run(trigger))).toMatchObject([
      {
        id: 'c2',
        assignedTo: 'u1',
        user: { fetch: 'hydrators.assignedUser', with: { userId: 'u1' } },
      },
    ]);
  });

  test('tells a conversation apart by its user: it triggers again for another one', () => {
    const fields = (trigger.operation.outputFields ?? []).filter((field) => 'primary' in field);
    expect(fields.map((field) => 'key' in field && field.key)).toEqual(['id', 'assignedTo']);
  });

  test('keeps to a user and to channels', async () => {
    found([row('c2', 'u1')], { assignedTo: 'u1', lastMessageType: 'TYPE_WHATSAPP' });
    const inputData = { assignedTo: 'u1', channel: ['whatsapp'] };
    expect(await run(trigger, { inputData })).toEqual([]);
  });

  test('fetches the user by name', async () => {
    highLevel()
      .get('/users/u1')
      .reply(200, { id: 'u1', name: 'Sam Agent', email: 's@example.com' });
    expect(await runMethod(hydrators.assignedUser, { inputData: { userId: 'u1' } })).toEqual({
      name: 'Sam Agent',
      firstName: null,
      lastName: null,
      email: 's@example.com',
      phone: null,
    });
  });
});
