import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const getConversation = App.searches.get_conversation;

const CONVERSATION = {
  id: 'c1',
  contactId: 'k1',
  locationId: LOCATION_ID,
  type: 1,
  unreadCount: 2,
  starred: true,
  inbox: true,
  deleted: false,
  assignedTo: 'u1',
};

/** What the search finds by the conversation's ID. */
function listed(...conversations: object[]) {
  highLevel()
    .get('/conversations/search')
    .query({ locationId: LOCATION_ID, id: 'c1', limit: '1', sortBy: /./, sort: /./ })
    .reply(200, { conversations, total: conversations.length });
}

describe('get_conversation', () => {
  test('returns what only the search knows, and prefers what is read by ID', async () => {
    const { contactId: _none, assignedTo: _nobody, ...rest } = CONVERSATION;
    highLevel().get('/conversations/c1').reply(200, rest);
    listed({
      id: 'c1',
      locationId: LOCATION_ID,
      unreadCount: 9,
      fullName: 'Anna Example',
      lastMessageBody: 'Is Thursday still free?',
      lastMessageType: 'TYPE_SMS',
      lastMessageDirection: 'inbound',
      followers: ['u2'],
    });

    const result = await run(getConversation, { inputData: { conversationId: 'c1' } });

    expect(result).toMatchObject([
      {
        id: 'c1',
        unreadCount: 2,
        contactName: 'Anna Example',
        lastMessageBody: 'Is Thursday still free?',
        lastMessageChannel: 'sms',
        lastMessageDirection: 'inbound',
        followers: ['u2'],
      },
    ]);
  });

  test('names the contact and the assigned user', async () => {
    highLevel()
      .get('/conversations/c1')
      .matchHeader('version', '2021-04-15')
      .reply(200, CONVERSATION)
      .get('/contacts/k1')
      .reply(200, {
        contact: {
          id: 'k1',
          firstName: 'Anna',
          lastName: 'Example',
          email: 'anna@example.com',
          phone: '+15550100123',
          tags: ['customer'],
        },
      })
      .get('/users/u1')
      .matchHeader('version', '2021-07-28')
      .reply(200, { id: 'u1', name: 'Sam Agent', email: 'sam@example.com' });
    listed();

    const result = await run(getConversation, { inputData: { conversationId: 'c1' } });

    expect(result).toMatchObject([
      {
        id: 'c1',
        type: 'phone',
        isUnread: true,
        contactName: 'Anna Example',
        email: 'anna@example.com',
        phone: '+15550100123',
        tags: ['customer'],
        assignedTo: 'u1',
        assignedUserName: 'Sam Agent',
        assignedUserEmail: 'sam@example.com',
      },
    ]);
  });

  test('leaves the names empty where contact or user are gone', async () => {
    highLevel()
      .get('/conversations/c1')
      .reply(200, CONVERSATION)
      .get('/contacts/k1')
      .reply(404, { message: 'Contact not found' })
      .get('/users/u1')
      .reply(400, { message: 'User not found' });
    listed();

    const result = await run(getConversation, { inputData: { conversationId: 'c1' } });

    expect(result).toMatchObject([{ id: 'c1', contactName: null, assignedUserName: null }]);
  });

  test('asks for no user where nobody is assigned', async () => {
    const { assignedTo: _nobody, contactId: _none, ...rest } = CONVERSATION;
    highLevel().get('/conversations/c1').reply(200, rest);
    listed();

    const result = await run(getConversation, { inputData: { conversationId: 'c1' } });

    expect(result).toMatchObject([{ id: 'c1', assignedTo: null, assignedUserName: null }]);
  });

  test.each([400, 404])('finds nothing where HighLevel answers %i', async (status) => {
    highLevel().get('/conversations/none').reply(status, { message: 'Not found' });

    await expect(run(getConversation, { inputData: { conversationId: 'none' } })).resolves.toEqual(
      [],
    );
  });
});
