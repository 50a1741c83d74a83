import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { filePointer, pointer } from '../../support/pointer.ts';

const newMessage = App.triggers.new_message;

const ALWAYS = {
  locationId: LOCATION_ID,
  sortBy: 'createdAt',
  sortOrder: 'desc',
  limit: '500',
};

/** One page of the export, asked for with exactly this query. */
function exported(query: Record<string, string>, messages: object[]) {
  highLevel()
    .get('/conversations/messages/export')
    .matchHeader('version', '2021-04-15')
    .query({
      ...ALWAYS,
      sortBy: query['channel'] === 'Email' ? 'updatedAt' : 'createdAt',
      ...query,
    })
    .reply(200, { messages, nextCursor: null, total: messages.length });
}

function row(id: string, minute: number, more: object = {}) {
  return {
    id,
    messageType: 'TYPE_SMS',
    conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    contactId: 'con1ZbR4xVnL0shT7gK2',
    locationId: LOCATION_ID,
    direction: 'inbound',
    dateAdded: new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString(),
    body: 'Is Thursday free?',
    ...more,
  };
}

async function idsFor(inputData: Record<string, unknown>): Promise<unknown[]> {
  const results = await run(newMessage, { inputData });
  return toList(results).map((entry) => toRecord(entry)['id']);
}

describe('new_message', () => {
  test('asks twice for all channels, since email comes by name only, and gives the newest first', async () => {
    exported({}, [row('sms2ZbR4xVnL0shT7gK2', 9), row('sms1ZbR4xVnL0shT7gK2', 1)]);
    exported({ channel: 'Email' }, [row('mail1ZbR4xVnL0shT7gK', 5, { messageType: 'TYPE_EMAIL' })]);
    expect(await idsFor({})).toEqual([
      'sms2ZbR4xVnL0shT7gK2',
      'mail1ZbR4xVnL0shT7gK',
      'sms1ZbR4xVnL0shT7gK2',
    ]);
  });

  test.each([
    ['sms', 'SMS', 'TYPE_SMS'],
    ['email', 'Email', 'TYPE_EMAIL'],
    ['call', 'Call', 'TYPE_CALL'],
    ['whatsapp', 'WhatsApp', 'TYPE_WHATSAPP'],
    ['instagram', 'Instagram', 'TYPE_INSTAGRAM'],
    ['facebook', 'Facebook', 'TYPE_FACEBOOK'],
  ])('asks once for the channel %s, by its name', async (channel, name, messageType) => {
    exported({ channel: name }, [row('msg1ZbR4xVnL0shT7gK2', 1, { messageType })]);
    expect(await idsFor({ channel })).toEqual(['msg1ZbR4xVnL0shT7gK2']);
  });

  test('asks once for a channel that the export does not know, and matches it here', async () => {
    exported({}, [
      row('chat1ZbR4xVnL0shT7gK', 2, { messageType: 'TYPE_WEBCHAT' }),
      row('sms1ZbR4xVnL0shT7gK2', 1),
    ]);
    expect(await idsFor({ channel: 'live_chat' })).toEqual(['chat1ZbR4xVnL0shT7gK']);
  });

  test('asks for one contact and one conversation only', async () => {
    exported(
      { channel: 'SMS', contactId: 'con1ZbR4xVnL0shT7gK2', conversationId: 'cnv1ZbR4xVnL0shT7gK2' },
      [row('sms1ZbR4xVnL0shT7gK2', 1)],
    );
    const inputData = {
      channel: 'sms',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    };
    expect(await idsFor(inputData)).toEqual(['sms1ZbR4xVnL0shT7gK2']);
  });

  test('matches the direction here', async () => {
    exported({ channel: 'SMS' }, [row('out', 2, { direction: 'outbound' }), row('in', 1)]);
    expect(await idsFor({ channel: 'sms', direction: 'outbound' })).toEqual(['out']);
  });

  test('matches words in text and subject here, in any case', async () => {
    exported({ channel: 'SMS' }, [
      row('text', 4, { body: 'is THURSDAY at ten free?' }),
      row('subject', 3, { body: null, subject: 'Thursday at ten' }),
      row('neither', 2, { body: 'Friday' }),
      row('empty', 1, { body: '' }),
    ]);
    expect(await idsFor({ channel: 'sms', contains: ' Thursday at TEN ' })).toEqual([
      'text',
      'subject',
    ]);
  });

  const ACTIVITY = row('activity', 2, {
    messageType: 'TYPE_ACTIVITY_OPPORTUNITY',
    direction: undefined,
  });

  test('leaves out what HighLevel itself writes', async () => {
    exported({}, [ACTIVITY, row('sms1ZbR4xVnL0shT7gK2', 1)]);
    exported({ channel: 'Email' }, []);
    expect(await idsFor({})).toEqual(['sms1ZbR4xVnL0shT7gK2']);
  });

  test('gives that too when asked for', async () => {
    exported({}, [ACTIVITY, row('sms1ZbR4xVnL0shT7gK2', 1)]);
    exported({ channel: 'Email' }, []);
    expect(await idsFor({ includeActivity: 'yes' })).toEqual(['activity', 'sms1ZbR4xVnL0shT7gK2']);
  });

  test('points to the contact, the email and the files, which Zapier fetches when used', async () => {
    exported({ channel: 'Email' }, [
      row('mail1ZbR4xVnL0shT7gK', 1, {
        messageType: 'TYPE_EMAIL',
        // Of a row, the text is often that of the email before.
        body: 'Our earlier offer',
        attachments: ['https://example.com/a.pdf', 'https://example.com/b.png'],
        meta: { email: { messageIds: ['eml1ZbR4xVnL0shT7gK2'] } },
      }),
    ]);
    const [message] = toList(await run(newMessage, { inputData: { channel: 'email' } }));
    const word = (part: string) =>
      pointer('emailPart', { emailMessageId: 'eml1ZbR4xVnL0shT7gK2', part });
    expect(message).toMatchObject({
      id: 'eml1ZbR4xVnL0shT7gK2',
      body: word('body'),
      subject: word('subject'),
      from: word('from'),
      to: word('to'),
      contact: pointer('contact', { contactId: 'con1ZbR4xVnL0shT7gK2' }),
      emailContent: pointer('email', { emailMessageId: 'eml1ZbR4xVnL0shT7gK2' }),
      attachmentFiles: [
        filePointer('attachment', { url: 'https://example.com/a.pdf' }),
        filePointer('attachment', { url: 'https://example.com/b.png' }),
      ],
    });
  });

  test('points to nothing where there is nothing', async () => {
    exported({ channel: 'SMS' }, [row('sms1ZbR4xVnL0shT7gK2', 1, { contactId: undefined })]);
    const [message] = toList(await run(newMessage, { inputData: { channel: 'sms' } }));
    expect(message).toMatchObject({ contact: null, emailContent: null, attachmentFiles: [] });
  });

  describe('of a thread that got two more emails since the last poll', () => {
    const mail = (id: string, minute: number, text: string, more: object = {}) => ({
      id,
      threadId: 'mail1ZbR4xVnL0shT7gK',
      subject: `Subject of ${id}`,
      body: `<p>${text}</p>`,
      from: 'anna@example.com',
      to: ['team@example.com'],
      direction: 'inbound',
      dateAdded: new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString(),
      ...more,
    });
    const MAILS = [
      mail('eml1ZbR4xVnL0shT7gK2', -300, 'Our old offer', { direction: 'outbound' }),
      mail('eml2ZbR4xVnL0shT7gK2', 5, 'I want to cancel'),
      mail('eml3ZbR4xVnL0shT7gK2', 9, 'Please call me'),
    ];

    beforeEach(() => {
      forgetCache();
      stopTime('2026-11-24T10:10:00Z');
      exported({ channel: 'Email' }, [
        row('mail1ZbR4xVnL0shT7gK', -300, {
          messageType: 'TYPE_EMAIL',
          body: 'Our old offer',
          dateUpdated: '2026-11-24T10:09:00.000Z',
          meta: { email: { messageIds: MAILS.map(({ id }) => id) } },
        }),
      ]);
      for (const one of MAILS) {
        highLevel()
          .get(`/conversations/messages/email/${one.id}`)
          .reply(200, { emailMessage: one });
      }
    });

    afterEach(() => {
      resumeTime();
      nock.cleanAll();
    });

    test('gives each of them with its own words, and not the old one', async () => {
      expect(await run(newMessage, { inputData: { channel: 'email' } })).toMatchObject([
        {
          id: 'eml3ZbR4xVnL0shT7gK2',
          body: 'Please call me',
          subject: 'Subject of eml3ZbR4xVnL0shT7gK2',
        },
        {
          id: 'eml2ZbR4xVnL0shT7gK2',
          body: 'I want to cancel',
          subject: 'Subject of eml2ZbR4xVnL0shT7gK2',
        },
      ]);
    });

    test.each([
      ['want to cancel', ['eml2ZbR4xVnL0shT7gK2']],
      ['SUBJECT OF EML3', ['eml3ZbR4xVnL0shT7gK2']],
      ['old offer', []],
    ])('finds %j in the words of each, and not in those of the row', async (contains, ids) => {
      expect(await idsFor({ channel: 'email', contains })).toEqual(ids);
    });
  });
});
