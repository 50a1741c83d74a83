import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.new_outbound_message;
const sms = fixture('outbound_sms_called_inbound');

describe('new_outbound_message', () => {
  testsOfEveryHook(trigger, {
    events: ['OutboundMessage'],
    event: sms.event,
    meanwhile: 'New Message',
  });

  test.each([
    'outbound_sms_called_inbound',
    'outbound_email',
    'failed_sms',
    'undelivered_whatsapp',
  ])('reads the event %s', async (name) => {
    const { event, record } = fixture(name);
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('passes over a call that came in, though it is announced as outbound', async () => {
    const { event } = fixture('call_inbound_as_outbound_event');
    expect(await run(trigger, delivered(event))).toEqual([]);
  });

  test.each([
    ['its source', { source: 'app' }, { source: 'workflow' }],
    ['its user', { userId: 'uS3rPq8LmN2vXc7ZtYwE' }, { userId: 'uS3rPq8LmN2vXc7ZtYwF' }],
    ['its channel', { channel: 'sms' }, { channel: 'email' }],
    ['its words', { contains: 'see you' }, { contains: 'goodbye' }],
  ])('keeps to a message by %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(sms.event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(sms.event, { inputData: other }))).toEqual([]);
  });

  test('takes samples that fit the filters', async () => {
    const row = { messageType: 'TYPE_SMS', direction: 'outbound' };
    highLevel()
      .get('/conversations/messages/export')
      .query(({ channel }) => channel === 'SMS')
      .reply(200, {
        messages: [
          { id: 'm1ZbR4xVnL0shT7gK2mW', ...row, source: 'app' },
          { id: 'm2ZbR4xVnL0shT7gK2mW', ...row, source: 'workflow' },
          { id: 'm3ZbR4xVnL0shT7gK2mW', ...row, source: 'workflow', direction: 'inbound' },
        ],
        nextCursor: null,
      });
    const inputData = { channel: 'sms', source: 'workflow' };
    expect(await runHook(trigger, 'performList', { inputData })).toMatchObject([
      { id: 'm2ZbR4xVnL0shT7gK2mW' },
    ]);
  });
});
