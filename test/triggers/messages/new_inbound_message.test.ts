import { describe, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';
import { numberedId } from '../../support/ids.ts';

const trigger = App.triggers.new_inbound_message;
const sms = fixture('sms');

const assignment = (assignedTo?: string) =>
  highLevel()
    .get('/conversations/cVn5Qe2aTzX8wLr4KpYb')
    .reply(200, { id: 'cVn5Qe2aTzX8wLr4KpYb', assignedTo, unreadCount: 1, traceId: 't' });

describe('new_inbound_message', () => {
  testsOfEveryHook(trigger, {
    events: ['InboundMessage'],
    event: sms.event,
    meanwhile: 'New Message',
  });

  test.each([
    'sms',
    'sms_without_message_id',
    'sms_without_any_id',
    'sms_with_rest_type',
    'live_chat',
    'whatsapp_media',
    'email',
    'email_to_one_address',
  ])('reads the event %s, without a request', async (name) => {
    const { event, record } = fixture(name);
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('gives the recording and the transcript of a call as files', async () => {
    const { event, record } = fixture('call_inbound_answered');
    const { recordingFile, transcriptFile } = record;
    const inputData = { content: 'everything' };
    const [found] = toList(readable(await run(trigger, delivered(event, { inputData }))));
    expect(found).toMatchObject({ channel: 'call', recordingFile, transcriptFile });
  });

  test.each([
    ['another channel', { channel: 'email' }],
    ['other words', { contains: 'Friday' }],
  ])('passes over a message on %s', async (_what, inputData) => {
    expect(await run(trigger, delivered(sms.event, { inputData }))).toEqual([]);
  });

  test.each([
    ['without being asked for', {}, 0],
    ['asked for everything', { content: 'everything' }, 1],
    ['asked for by its channel', { channel: 'sms, call' }, 1],
  ])('a call, %s', async (_what, inputData, count) => {
    const { event } = fixture('call_inbound_missed');
    expect(await run(trigger, delivered(event, { inputData }))).toHaveLength(count);
  });

  test('takes several channels', async () => {
    const of = (channel: unknown) => run(trigger, delivered(sms.event, { inputData: { channel } }));
    expect(await of(['email', 'sms'])).toHaveLength(1);
    expect(await of(['email', 'whatsapp'])).toEqual([]);
  });

  test('keeps to a contact', async () => {
    const of = (contactId: string) =>
      run(trigger, delivered(sms.event, { inputData: { contactId } }));
    expect(await of('hT7gK2mWq9ZbR4xVnL0s')).toHaveLength(1);
    expect(await of('hT7gK2mWq9ZbR4xVnL0t')).toEqual([]);
  });

  test('keeps to messages with a file, or without one', async () => {
    const of = (name: string, hasAttachment: boolean) =>
      run(trigger, delivered(fixture(name).event, { inputData: { hasAttachment } }));
    expect(await of('sms', true)).toHaveLength(1);
    expect(await of('sms', false)).toEqual([]);
    expect(await of('live_chat', true)).toEqual([]);
    expect(await of('live_chat', false)).toHaveLength(1);
  });

  test('looks once whether a message that says nothing has a file by now', async () => {
    const announced = { ...sms.event, body: '', attachments: [] };
    const of = async (attachments: string[], hasAttachment: boolean) => {
      highLevel()
        .get('/conversations/messages/mSg6Tx4KpR9wQz2LvNcY')
        .reply(200, { message: { id: 'mSg6Tx4KpR9wQz2LvNcY', attachments } });
      return run(trigger, delivered(announced, { inputData: { hasAttachment } }));
    };
    expect(await of(['https://example.com/photo.jpg'], true)).toHaveLength(1);
    expect(await of([], true)).toEqual([]);
  });

  test('keeps to contacts with a tag', async () => {
    const contact = (tags: string[]) =>
      highLevel()
        .get('/contacts/hT7gK2mWq9ZbR4xVnL0s')
        .reply(200, { contact: { id: 'hT7gK2mWq9ZbR4xVnL0s', tags } });
    const byTag = () => run(trigger, delivered(sms.event, { inputData: { tag: 'VIP' } }));
    contact(['vip']);
    expect(await byTag()).toHaveLength(1);
    contact(['lead']);
    expect(await byTag()).toEqual([]);
    highLevel().get('/contacts/hT7gK2mWq9ZbR4xVnL0s').reply(404, { message: 'Not found' });
    expect(await byTag()).toEqual([]);
  });

  test.each([
    ['alone', [], 1],
    [
      'with an answer that came at once',
      [{ id: 'm2ZbR4xVnL0shT7gK2mW', dateAdded: '2026-11-20T10:02:01Z' }],
      1,
    ],
    [
      'with a note of HighLevel',
      [
        {
          id: 'm0ZbR4xVnL0shT7gK2mW',
          messageType: 'TYPE_ACTIVITY_CONTACT',
          dateAdded: '2026-11-20T09:00:00Z',
        },
      ],
      1,
    ],
    [
      'with an earlier message',
      [{ id: 'm0ZbR4xVnL0shT7gK2mW', dateAdded: '2026-11-20T09:00:00Z' }],
      0,
    ],
    [
      'with many messages',
      Array.from({ length: 20 }, (_, index) => ({ id: numberedId('m', index) })),
      0,
    ],
  ])('keeps to the first message of a conversation: %s', async (_what, others, count) => {
    const own = { id: 'mSg6Tx4KpR9wQz2LvNcY', dateAdded: '2026-11-20T10:02:00.000Z' };
    highLevel()
      .get('/conversations/cVn5Qe2aTzX8wLr4KpYb/messages')
      .query({ limit: 20 })
      .reply(200, { messages: { messages: [own, ...others].slice(0, 20) } });
    const inputData = { isFirst: true };
    expect(await run(trigger, delivered(sms.event, { inputData }))).toHaveLength(count);
  });

  test('takes the first message for one where its row is dated before its event', async () => {
    const rowOf = async (row: object, name: string) => {
      highLevel()
        .get('/conversations/cVn5Qe2aTzX8wLr4KpYb/messages')
        .query({ limit: 20 })
        .reply(200, { messages: { messages: [{ ...row, dateAdded: '2026-11-20T09:00:00Z' }] } });
      const { event } = fixture(name);
      return run(trigger, delivered(event, { inputData: { isFirst: true } }));
    };
    const { emailMessageId } = fixture('email').event;
    const thread = (messageIds: unknown[]) => ({ id: 'row', meta: { email: { messageIds } } });
    expect(await rowOf({ id: 'mSg6Tx4KpR9wQz2LvNcY' }, 'sms')).toHaveLength(1);
    expect(await rowOf(thread([emailMessageId]), 'email')).toHaveLength(1);
    expect(await rowOf(thread(['another', emailMessageId]), 'email')).toEqual([]);
  });

  test('passes over what went out, whatever the event says of its direction', async () => {
    const { event } = fixture('outbound_sms_called_inbound');
    expect(await run(trigger, delivered(event))).toEqual([]);
  });

  test('finds words in the text of an email, without its tags', async () => {
    const { event } = fixture('email');
    const of = (contains: string) => run(trigger, delivered(event, { inputData: { contains } }));
    expect(await of(' is THURSDAY free ')).toHaveLength(1);
    expect(await of('font-size')).toEqual([]);
  });

  describe('with an assigned user', () => {
    const assignedTo = 'uS3rPq8LmN2vXc7ZtYwE';
    const byUser = (inputData: object) =>
      run(trigger, delivered(sms.event, { inputData: { assignedTo, ...inputData } }));

    test('reads the conversation once, and keeps to those of the user', async () => {
      assignment(assignedTo);
      expect(readable(await byUser({}))).toEqual([sms.record]);
    });

    test.each([
      ['another user', 'uS3rPq8LmN2vXc7ZtYwF'],
      ['nobody', undefined],
    ])('passes over a conversation of %s', async (_who, other) => {
      assignment(other);
      expect(await byUser({})).toEqual([]);
    });

    test('finds a conversation of nobody', async () => {
      assignment();
      expect(await byUser({ assignedTo: 'unassigned' })).toHaveLength(1);
    });

    test('passes over a conversation that is gone', async () => {
      highLevel().get('/conversations/cVn5Qe2aTzX8wLr4KpYb').reply(404, { message: 'Not found' });
      expect(await byUser({})).toEqual([]);
    });

    test('reads nothing for a message that the other filters leave out', async () => {
      expect(await byUser({ channel: 'email' })).toEqual([]);
    });

    test('has Zapier come back when HighLevel is too busy, in five minutes at most', async () => {
      highLevel()
        .get('/conversations/cVn5Qe2aTzX8wLr4KpYb')
        .reply(429, { message: 'Too many requests' }, { 'x-ratelimit-daily-remaining': '0' });
      await expect(byUser({})).rejects.toThrow('"delay":300');
    });
  });

  test('takes samples from the latest messages', async () => {
    highLevel()
      .get('/conversations/messages/export')
      .query((query) => query['locationId'] === LOCATION_ID && query['channel'] === 'SMS')
      .reply(200, {
        messages: [
          {
            id: 'm1ZbR4xVnL0shT7gK2mW',
            messageType: 'TYPE_SMS',
            direction: 'inbound',
            body: 'Thursday?',
          },
          {
            id: 'm2ZbR4xVnL0shT7gK2mW',
            messageType: 'TYPE_SMS',
            direction: 'outbound',
            body: 'Thursday!',
          },
          {
            id: 'm3ZbR4xVnL0shT7gK2mW',
            messageType: 'TYPE_SMS',
            direction: 'inbound',
            body: 'Friday?',
          },
        ],
        nextCursor: null,
      });
    const inputData = { channel: 'sms', contains: 'thursday' };
    const [found, ...others] = toList(await runHook(trigger, 'performList', { inputData }));
    expect(others).toEqual([]);
    expect(Object.keys(toRecord(found)).toSorted()).toEqual(Object.keys(sms.record).toSorted());
    expect(found).toMatchObject({ id: 'm1ZbR4xVnL0shT7gK2mW', body: 'Thursday?' });
  });
});
