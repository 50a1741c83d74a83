import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const createConversation = App.creates.create_conversation;

const BODY = { locationId: LOCATION_ID, contactId: 'con1ZbR4xVnL0shT7gK2' };

function create() {
  return run(createConversation, { inputData: { contactId: 'con1ZbR4xVnL0shT7gK2' } });
}

function asked() {
  return highLevel().post('/conversations/', BODY).matchHeader('version', '2021-04-15');
}

function conversation(dateAdded: Date) {
  return {
    success: true,
    conversation: {
      id: 'cnv1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      locationId: LOCATION_ID,
      dateAdded: dateAdded.toISOString(),
      dateUpdated: dateAdded.toISOString(),
      lastMessageDate: dateAdded.toISOString(),
      deleted: false,
    },
  };
}

describe('create_conversation', () => {
  test('creates one, in one request', async () => {
    asked().reply(201, conversation(new Date()));
    expect(await create()).toMatchObject({
      id: 'cnv1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      alreadyExisted: false,
      link: expect.stringContaining('/conversations/cnv1ZbR4xVnL0shT7gK2'),
    });
  });

  test('tells from its date that one was there already', async () => {
    asked().reply(200, conversation(new Date('2026-01-02T03:04:05Z')));
    expect(await create()).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2', alreadyExisted: true });
  });

  test('gives the one there is, whole, when HighLevel refuses a second one and names it', async () => {
    asked().reply(400, {
      message: 'Conversation already exists',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    });
    highLevel()
      .get('/conversations/search')
      .query((query) => query['id'] === 'cnv1ZbR4xVnL0shT7gK2' && query['contactId'] === undefined)
      .reply(200, {
        conversations: [
          {
            id: 'cnv1ZbR4xVnL0shT7gK2',
            contactId: 'con1ZbR4xVnL0shT7gK2',
            locationId: LOCATION_ID,
            fullName: 'Anna Example',
            lastMessageType: 'TYPE_CAMPAIGN_SMS',
            type: 'TYPE_PHONE',
            lastMessageDate: 1795514520000,
            unreadCount: 2,
          },
        ],
      });
    expect(await create()).toMatchObject({
      id: 'cnv1ZbR4xVnL0shT7gK2',
      contactName: 'Anna Example',
      type: 'phone',
      lastMessageChannel: 'sms',
      lastMessageDate: '2026-11-24T10:02:00.000Z',
      isUnread: true,
      alreadyExisted: true,
    });
  });

  test('looks for it by its contact when HighLevel does not name it', async () => {
    asked().reply(400, { message: 'Conversation already exists' });
    highLevel()
      .get('/conversations/search')
      .query((query) => query['contactId'] === 'con1ZbR4xVnL0shT7gK2')
      .reply(200, {
        conversations: [{ id: 'cnv1ZbR4xVnL0shT7gK2', contactId: 'con1ZbR4xVnL0shT7gK2' }],
      });
    expect(await create()).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2', alreadyExisted: true });
  });

  test('has Zapier repeat where neither names it yet', async () => {
    asked().reply(400, { message: 'Conversation already exists' });
    highLevel().get('/conversations/search').query(true).reply(200, { conversations: [] });
    expect(await failing(create())).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });

  test('gives its id where the search does not know it yet', async () => {
    asked().reply(400, {
      message: 'Conversation already exists',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    });
    highLevel().get('/conversations/search').query(true).reply(200, { conversations: [] });
    expect(await create()).toMatchObject({
      id: 'cnv1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      alreadyExisted: true,
    });
  });

  test("repeats HighLevel's words for another refusal", async () => {
    asked().reply(400, { message: 'Contact with id con1ZbR4xVnL0shT7gK2 not found' });
    expect(await failing(create())).toMatchObject({
      name: 'AppError',
      code: 'refused',
      message: expect.stringContaining('cannot find the record: Contact not found.'),
    });
  });

  test('may be repeated after a failure, since it makes no second one', async () => {
    asked().reply(502, '<html>Bad gateway</html>');
    expect(await failing(create())).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });

  test('asks for a contact', async () => {
    expect(
      await failing(run(createConversation, { inputData: { contactId: '  ' } })),
    ).toMatchObject({
      code: 'missing_input',
      message: expect.stringMatching(/^"Contact" is empty/),
    });
  });
});
