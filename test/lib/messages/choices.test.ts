import { describe, expect, test } from '@jest/globals';

import {
  emailMessageField,
  messageField,
  scheduledMessageField,
} from '../../../lib/messages/fields.ts';
import { highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';

const CONVERSATIONS = {
  conversations: [
    { id: 'c1ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW', contactName: 'Anna Example' },
    { id: 'c2ZbR4xVnL0shT7gK2mW', contactId: 'k2ZbR4xVnL0shT7gK2mW', phone: '+15550100124' },
  ],
};
const SMS = {
  id: 'm1ZbR4xVnL0shT7gK2mW',
  messageType: 'TYPE_SMS',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  direction: 'inbound',
  dateAdded: '2026-11-20T10:02:00Z',
  body: 'Is Thursday\nat ten still free? I could also come on Friday, or on any day of next week.',
};
const EMAIL = {
  id: 'm2ZbR4xVnL0shT7gK2mW',
  messageType: 'TYPE_EMAIL',
  contactId: 'k2ZbR4xVnL0shT7gK2mW',
  direction: 'outbound',
  dateAdded: '2026-11-20T11:00:00Z',
  meta: { email: { messageIds: ['e2ZbR4xVnL0shT7gK2mW'] } },
};
const ACTIVITY = {
  id: 'm3ZbR4xVnL0shT7gK2mW',
  messageType: 'TYPE_ACTIVITY_APPOINTMENT',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
};

function exported(
  query: Record<string, string | number>,
  messages: object[],
  nextCursor: string | null = null,
) {
  highLevel()
    .get('/conversations/messages/export')
    .query({
      locationId: LOCATION_ID,
      sortBy: 'createdAt',
      sortOrder: 'desc',
      limit: 100,
      ...query,
    })
    .reply(200, { messages, nextCursor });
}

function named() {
  highLevel().get('/conversations/search').query(true).reply(200, CONVERSATIONS);
}

const choices = (field: { choices: { perform: unknown } }, token?: string) =>
  runMethod(field.choices.perform, {
    meta: { timezone: 'America/New_York', ...(token && { paging_token: token }) },
  });

describe('the dropdown of messages', () => {
  test('names messages by contact, channel, local time and text, the newest first', async () => {
    named();
    exported({}, [SMS, ACTIVITY]);
    exported({ channel: 'Email' }, [EMAIL]);

    await expect(choices(messageField)).resolves.toEqual({
      results: [
        { id: 'm2ZbR4xVnL0shT7gK2mW', label: '+15550100124 (Email, outbound, 2026-11-20 06:00)' },
        {
          id: 'm1ZbR4xVnL0shT7gK2mW',
          label:
            'Anna Example (SMS, inbound, 2026-11-20 05:02): Is Thursday at ten still free? I could also come on Friday,…',
        },
      ],
      paging_token: null,
    });
  });

  test('asks for the names of contacts that are in none of the latest conversations', async () => {
    named();
    exported({}, [
      { ...SMS, contactId: 'k9ZbR4xVnL0shT7gK2mW' },
      { ...SMS, id: 'm5ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' },
    ]);
    exported({ channel: 'Email' }, []);
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        filters: [
          {
            group: 'OR',
            filters: [{ field: 'id', operator: 'eq', value: 'k9ZbR4xVnL0shT7gK2mW' }],
          },
        ],
      })
      .reply(200, {
        contacts: [
          { id: 'k9ZbR4xVnL0shT7gK2mW', name: 'Anna Example', email: 'other@example.com' },
        ],
      });

    await expect(choices(messageField)).resolves.toMatchObject({
      results: [
        {
          id: 'm1ZbR4xVnL0shT7gK2mW',
          label: expect.stringMatching(/^Anna Example \(other@example\.com, SMS, /),
        },
        { id: 'm5ZbR4xVnL0shT7gK2mW', label: expect.stringMatching(/^Anna Example \(SMS, /) },
      ],
    });
  });

  test('goes on where each of its lists ended', async () => {
    named();
    exported({}, [SMS], 'next-of-all');
    exported({ channel: 'Email' }, [EMAIL]);

    const first = await choices(messageField);
    expect(first).toMatchObject({ paging_token: 'next-of-all|' });

    named();
    exported({ cursor: 'next-of-all' }, [{ ...SMS, id: 'm9ZbR4xVnL0shT7gK2mW' }]);

    await expect(choices(messageField, 'next-of-all|')).resolves.toMatchObject({
      results: [{ id: 'm9ZbR4xVnL0shT7gK2mW' }],
      paging_token: null,
    });
  });

  test('of emails stores the id of the email', async () => {
    named();
    exported({ channel: 'Email' }, [EMAIL]);

    await expect(choices(emailMessageField)).resolves.toMatchObject({
      results: [{ id: 'e2ZbR4xVnL0shT7gK2mW' }],
    });
  });

  test('of scheduled messages shows only those that wait', async () => {
    named();
    exported({ limit: 500 }, [SMS, { ...SMS, id: 'm4ZbR4xVnL0shT7gK2mW', status: 'scheduled' }]);
    exported({ limit: 500, channel: 'Email' }, [EMAIL]);

    await expect(choices(scheduledMessageField)).resolves.toMatchObject({
      results: [
        {
          id: 'm4ZbR4xVnL0shT7gK2mW',
          label: expect.stringContaining('(SMS, inbound, created 2026-11-20 05:02)'),
        },
      ],
    });
  });
});
