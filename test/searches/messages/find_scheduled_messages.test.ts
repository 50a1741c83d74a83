import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const search = App.searches.find_scheduled_messages;

const CONTACT = 'hT7gK2mWq9ZbR4xVnL0s';
const CONVERSATION = 'cVn5Qe2aTzX8wLr4KpYb';
const SMS = 'mSg6Tx4KpR9wQz2LvNcY';
const THREAD = 'mSg6Tx4KpR9wQz2LvNcZ';
const EMAIL = 'eMl8Wq3RtY6uIo1PaSdF';

const message = (more: object) => ({
  contactId: CONTACT,
  conversationId: CONVERSATION,
  direction: 'outbound',
  status: 'scheduled',
  messageType: 'TYPE_SMS',
  dateAdded: '2026-11-20T10:02:00Z',
  body: 'See you on Thursday.',
  ...more,
});

function exported(query: Record<string, string>, messages: object[], nextCursor?: string) {
  highLevel()
    .get('/conversations/messages/export')
    .query({
      locationId: LOCATION_ID,
      sortBy: 'createdAt',
      sortOrder: 'desc',
      limit: '500',
      ...query,
    })
    .reply(200, { messages, nextCursor });
}

function named() {
  highLevel()
    .post('/contacts/search')
    .reply(200, { contacts: [{ id: CONTACT, firstName: 'Anna', lastName: 'Example' }] });
}

describe('find_scheduled_messages', () => {
  test('keeps what waits to be sent, an email by the ID that cancels it', async () => {
    exported({ contactId: CONTACT }, [
      message({ id: SMS }),
      message({ id: 'mSg6Tx4KpR9wQz2LvNcX', status: 'delivered' }),
    ]);
    exported({ contactId: CONTACT, channel: 'Email' }, [
      message({
        id: THREAD,
        messageType: 'TYPE_EMAIL',
        subject: 'Your visit',
        dateAdded: '2026-11-20T11:00:00Z',
        meta: { email: { messageIds: [EMAIL] } },
      }),
    ]);
    named();

    const found = await run(search, { inputData: { contactId: CONTACT } });

    expect(found).toMatchObject([
      {
        id: EMAIL,
        summary: [
          'Anna Example (Email, written 2026-11-20 11:00): Your visit',
          'Anna Example (SMS, written 2026-11-20 10:02): See you on Thursday.',
        ].join('\n'),
        count: 2,
        hasMore: false,
        messages: [
          { id: EMAIL, channel: 'email', contactName: 'Anna Example' },
          {
            id: SMS,
            channel: 'sms',
            conversationId: CONVERSATION,
            contactLink: expect.stringMatching(new RegExp(`/detail/${CONTACT}$`)),
          },
        ],
      },
    ]);
  });

  test('reads on past what was sent, and says where there are more', async () => {
    exported({ channel: 'SMS' }, [message({ id: THREAD, status: 'sent' })], 'two');
    exported({ channel: 'SMS', cursor: 'two' }, [
      message({ id: SMS }),
      message({ id: 'mSg6Tx4KpR9wQz2LvNcV' }),
    ]);
    named();

    expect(await run(search, { inputData: { channel: 'sms', limit: 1 } })).toMatchObject([
      { id: SMS, count: 1, hasMore: true },
    ]);
  });

  test('finds nothing', async () => {
    exported({ channel: 'SMS' }, []);

    expect(await run(search, { inputData: { channel: 'sms' } })).toEqual([]);
  });
});
