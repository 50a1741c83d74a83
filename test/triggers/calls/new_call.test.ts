import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.new_call;
const answered = fixture('call_inbound_answered');

const CALLS = [
  'call_inbound_answered',
  'call_inbound_as_outbound_event',
  'call_inbound_voicemail',
  'call_outbound_voicemail',
  'call_inbound_missed',
  'voicemail_drop',
  'call_without_message_id',
];

async function foundBy(inputData: Record<string, unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const name of CALLS) {
    const results = await run(trigger, delivered(fixture(name).event, { inputData }));
    if (Array.isArray(results) && results.length > 0) found.push(name);
  }
  return found;
}

describe('new_call', () => {
  testsOfEveryHook(trigger, {
    events: ['InboundMessage', 'OutboundMessage'],
    event: answered.event,
    meanwhile: 'New Message',
  });

  test.each(CALLS)('reads the event %s', async (name) => {
    const { event, record } = fixture(name);
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each(['sms', 'email', 'failed_sms'])('passes over the event %s', async (name) => {
    expect(await run(trigger, delivered(fixture(name).event))).toEqual([]);
  });

  test('keeps to an outcome', async () => {
    expect(await foundBy({ outcome: 'answered' })).toEqual([
      'call_inbound_answered',
      'call_inbound_as_outbound_event',
      'call_without_message_id',
    ]);
    expect(await foundBy({ outcome: 'missed' })).toEqual(['call_inbound_missed']);
    expect(await foundBy({ outcome: 'voicemail' })).toEqual([
      'call_inbound_voicemail',
      'call_outbound_voicemail',
      'voicemail_drop',
    ]);
  });

  test('keeps to several outcomes, and to those in which nobody answered', async () => {
    const unanswered = [
      'call_inbound_voicemail',
      'call_outbound_voicemail',
      'call_inbound_missed',
      'voicemail_drop',
    ];
    expect(await foundBy({ outcome: ['missed', 'voicemail'] })).toEqual(unanswered);
    expect(await foundBy({ outcome: 'nobody' })).toEqual(unanswered);
  });

  test('keeps to the number that was called, which is read where the event has none', async () => {
    const { event } = fixture('call_inbound_missed');
    const to = async (called: string, more: object = {}) => {
      const inputData = { to: '+15550100100' };
      if (!('to' in more)) {
        highLevel()
          .get('/conversations/messages/mCa6Tx4KpR9wQz2LvN24')
          .reply(200, { message: { ...event, id: 'mCa6Tx4KpR9wQz2LvN24', to: called } });
      }
      return run(trigger, delivered({ ...event, ...more }, { inputData }));
    };
    expect(await to('+1 555-010-0100')).toMatchObject([{ to: '+1 555-010-0100' }]);
    expect(await to('(555) 010-0100')).toHaveLength(1);
    expect(await to('+15550100101')).toEqual([]);
    expect(await to('', { to: '+15550100100' })).toHaveLength(1);
  });

  test('refuses a called number of outbound calls: those are made to contacts', async () => {
    const inputData = { to: '+15550100100', direction: 'outbound' };
    highLevel().get('/conversations/messages/export').query(true).reply(200, { messages: [] });
    await expect(runHook(trigger, 'performList', { inputData })).rejects.toThrow(
      /Nothing can match: \\"Called Number\\" is a number of your sub-account/,
    );
  });

  test('keeps to a direction', async () => {
    expect(await foundBy({ direction: 'outbound' })).toEqual([
      'call_outbound_voicemail',
      'voicemail_drop',
    ]);
  });

  test('keeps to calls of some length', async () => {
    expect(await foundBy({ minimumDuration: '61', direction: 'inbound' })).toEqual([
      'call_inbound_answered',
      'call_inbound_as_outbound_event',
      'call_without_message_id',
    ]);
    expect(await foundBy({ minimumDuration: '62', outcome: 'answered' })).not.toContain(
      'call_without_message_id',
    );
  });

  test('takes samples from the latest calls, in one request', async () => {
    const row = { messageType: 'TYPE_CALL', direction: 'inbound' };
    highLevel()
      .get('/conversations/messages/export')
      .query(({ channel }) => channel === 'Call')
      .reply(200, {
        messages: [
          {
            id: 'm1ZbR4xVnL0shT7gK2mW',
            ...row,
            meta: { call: { duration: 95, status: 'completed' } },
          },
          { id: 'm2ZbR4xVnL0shT7gK2mW', ...row, meta: { call: { duration: 0, status: 'busy' } } },
        ],
        nextCursor: null,
      });
    expect(
      await runHook(trigger, 'performList', { inputData: { outcome: 'answered' } }),
    ).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW', outcome: 'answered', callDuration: 95 }]);
  });
});
