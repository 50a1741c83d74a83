import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.conversation_read_state_changed;
const unread = fixture('read_state_unread');
const starred = fixture('read_state_starred');

describe('conversation_read_state_changed', () => {
  testsOfEveryHook(trigger, {
    events: ['ConversationUnreadUpdate'],
    event: unread.event,
    meanwhile: 'Unread Conversation',
  });

  test.each(['read_state_unread', 'read_state_starred'])('reads the event %s', async (name) => {
    const { event, record } = fixture(name);
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    ['unread', [true, false]],
    ['read', [false, true]],
    ['starred', [false, true]],
  ])('keeps to conversations that are now %s', async (state, expected) => {
    const found = [];
    for (const { event } of [unread, starred]) {
      const results = await run(trigger, delivered(event, { inputData: { state } }));
      found.push(Array.isArray(results) && results.length === 1);
    }
    expect(found).toEqual(expected);
  });

  test('takes samples of the state that is asked for', async () => {
    highLevel()
      .get('/conversations/search')
      .query(({ locationId, status }) => locationId === LOCATION_ID && status === 'read')
      .reply(200, {
        conversations: [
          { id: 'c1ZbR4xVnL0shT7gK2mW', unreadCount: 0 },
          { id: 'c2ZbR4xVnL0shT7gK2mW', unreadCount: 3 },
        ],
        total: 2,
      });
    expect(await runHook(trigger, 'performList', { inputData: { state: 'read' } })).toMatchObject([
      { id: 'c1ZbR4xVnL0shT7gK2mW', isUnread: false },
    ]);
  });
});
