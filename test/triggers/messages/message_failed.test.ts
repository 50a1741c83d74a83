import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.message_failed;
const failed = fixture('failed_sms');

describe('message_failed', () => {
  testsOfEveryHook(trigger, {
    events: ['OutboundMessage'],
    event: failed.event,
    meanwhile: 'Message Status Changed',
  });

  test.each(['failed_sms', 'undelivered_whatsapp'])('reads the event %s', async (name) => {
    const { event, record } = fixture(name);
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each(['outbound_sms_called_inbound', 'outbound_email', 'call_inbound_as_outbound_event'])(
    'passes over the event %s',
    async (name) => {
      expect(await run(trigger, delivered(fixture(name).event))).toEqual([]);
    },
  );

  test.each([
    ['its channel', { channel: 'sms' }, { channel: 'whatsapp' }],
    ['its source', { source: 'workflow' }, { source: 'app' }],
    ['its user', { userId: 'uS3rPq8LmN2vXc7ZtYwE' }, { userId: 'uS3rPq8LmN2vXc7ZtYwF' }],
  ])('keeps to a message by %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(failed.event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(failed.event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the messages that failed last', async () => {
    const row = { messageType: 'TYPE_SMS', direction: 'outbound' };
    highLevel()
      .get('/conversations/messages/export')
      .query(({ channel, sortBy }) => channel === 'SMS' && sortBy === 'updatedAt')
      .reply(200, {
        messages: [
          { id: 'm1ZbR4xVnL0shT7gK2mW', ...row, status: 'delivered' },
          { id: 'm2ZbR4xVnL0shT7gK2mW', ...row, status: 'undelivered' },
          { id: 'm3ZbR4xVnL0shT7gK2mW', ...row, status: 'failed' },
        ],
        nextCursor: null,
      });
    expect(await runHook(trigger, 'performList', { inputData: { channel: 'sms' } })).toMatchObject([
      { id: 'm2ZbR4xVnL0shT7gK2mW' },
      { id: 'm3ZbR4xVnL0shT7gK2mW' },
    ]);
  });
});
