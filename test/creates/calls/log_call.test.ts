import { describe, expect, test } from '@jest/globals';

import { CALL_TYPES } from '../../../lib/calls/log.ts';
import { App, highLevel, inCountry, run } from '../../support/app.ts';
import { conversationIsFound } from '../../support/conversation.ts';

const logCall = App.creates.log_call;

const OUTBOUND = {
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  direction: 'outbound',
  status: 'completed',
  conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW',
};

const LOGGED = {
  success: true,
  conversationId: 'c1ZbR4xVnL0shT7gK2mW',
  messageId: 'm1ZbR4xVnL0shT7gK2mW',
  message: 'Logged',
};

function logged(direction: 'inbound' | 'outbound', body: object) {
  conversationIsFound();
  highLevel()
    .post(`/conversations/messages/${direction}`, {
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW',
      ...body,
    })
    .reply(200, LOGGED);
}

const log = (inputData: Record<string, unknown>) => run(logCall, { inputData });

describe('log_call', () => {
  test.each([
    'pending',
    'completed',
    'answered',
    'busy',
    'no-answer',
    'failed',
    'canceled',
    'voicemail',
  ])('logs an outbound call with the status %s', async (status) => {
    logged('outbound', {
      type: 'Call',
      call: { status, from: '+15550100100', to: '+15550100123' },
      attachments: ['https://calls.example.com/7.mp3'],
      altId: 'call-7',
      date: '2026-11-20T10:02:00.000Z',
    });

    const result = await log({
      ...OUTBOUND,
      status,
      from: '+1 555 010 0100',
      to: '+1 (555) 010-0123',
      attachments: 'https://calls.example.com/7.mp3',
      altId: 'call-7',
      date: '2026-11-20T10:02:00Z',
    });

    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      direction: 'outbound',
      callStatus: status,
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      commentId: null,
      problem: null,
    });
  });

  test.each(Object.entries(CALL_TYPES))('logs an inbound %s', async (kind, type) => {
    logged('inbound', {
      type,
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      direction: 'inbound',
      call: { status: 'answered' },
    });

    const result = await log({ ...OUTBOUND, direction: 'inbound', status: 'answered', kind });

    expect(result).toMatchObject({ id: 'm1ZbR4xVnL0shT7gK2mW', direction: 'inbound' });
  });

  test('writes duration and notes beside the call, where the team reads them', async () => {
    logged('outbound', { type: 'Call', call: { status: 'completed' } });
    highLevel()
      .post('/conversations/messages', {
        type: 'InternalComment',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        message: 'The call lasted 1 min 35 s.\nWants a quote.',
      })
      .reply(200, { conversationId: 'c1ZbR4xVnL0shT7gK2mW', messageId: 'm2ZbR4xVnL0shT7gK2mW' });

    const result = await log({ ...OUTBOUND, duration: '95', notes: 'Wants a quote.' });

    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      commentId: 'm2ZbR4xVnL0shT7gK2mW',
      problem: null,
    });
  });

  test.each([401, 500])('keeps a logged call whose comment is answered with %i', async (status) => {
    logged('outbound', { type: 'Call', call: { status: 'completed' } });
    highLevel().post('/conversations/messages').reply(status, { message: 'No' });

    const result = await log({ ...OUTBOUND, duration: 95 });

    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      commentId: null,
      problem: expect.stringMatching(/^The comment could not be added/),
    });
  });

  test('says what an empty answer means', async () => {
    conversationIsFound();
    highLevel().post('/conversations/messages/outbound').reply(201);

    await expect(log(OUTBOUND)).rejects.toThrow(/\\"Conversation Provider\\"/);
  });

  test('asks for the country code of a number that none of the sub-account fits', async () => {
    inCountry('US');
    await expect(log({ ...OUTBOUND, from: '010 0100' })).rejects.toThrow(
      /\\"From\\" must be a phone number with its country code/,
    );
  });
});
