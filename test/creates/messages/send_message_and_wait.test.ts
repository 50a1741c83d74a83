import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, AUTH_DATA, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { RELAY, useRelay } from '../../support/hook.ts';

const step = App.creates.send_message_and_wait;

const inputs = {
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  channel: 'sms',
  message: 'Does Thursday at ten suit you?',
  waitFor: '3',
  waitUnit: 'hours',
  skipDuplicates: 'no',
};

const WAIT = { id: '0198f0a2-2c00-7000-8000-000000000001', secret: 'whsec_abc', until: '' };

const relay = () =>
  nock(RELAY, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } });

const sends = (
  status = 200,
  body: nock.Body = { conversationId: 'c1ZbR4xVnL0shT7gK2mW', messageId: 'm1ZbR4xVnL0shT7gK2mW' },
) => highLevel().post('/conversations/messages').reply(status, body);

useRelay();

describe('send_message_and_wait', () => {
  test('asks the relay to wait, then sends', async () => {
    let asked: unknown;
    relay()
      .post('/waits', (body: unknown) => {
        asked = body;
        return true;
      })
      .reply(201, () => {
        sends();
        return WAIT;
      });
    const result = await run(step, { inputData: inputs });
    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      gotReply: false,
      replyText: null,
    });
    expect(asked).toEqual({
      locationId: LOCATION_ID,
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      messageTypes: expect.arrayContaining(['SMS', 'CUSTOM_SMS']),
      timeoutSeconds: 3 * 3600,
      targetUrl: expect.stringMatching(/^https:/),
    });
  });

  test.each([
    ['any', 'sms'],
    ['same', 'custom'],
  ])('waits on every channel: %s, sent on %s', async (replyOn, channel) => {
    relay()
      .post('/waits', (body: object) => !('messageTypes' in body))
      .reply(201, WAIT);
    sends();
    const inputData = {
      ...inputs,
      replyOn,
      channel,
      conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW',
    };
    expect(await run(step, { inputData })).toMatchObject({ gotReply: false });
  });

  test('ends the wait when the message cannot be sent', async () => {
    relay().post('/waits').reply(201, WAIT);
    sends(400, { message: 'Missing phone number' });
    const ended = nock(RELAY, { reqheaders: { authorization: `Bearer ${WAIT.secret}` } })
      .delete(`/waits/${WAIT.id}`)
      .reply(204);
    await expect(run(step, { inputData: inputs })).rejects.toThrow('Missing phone number');
    expect(ended.isDone()).toBe(true);
  });

  test('sends nothing when the relay refuses', async () => {
    relay().post('/waits').reply(429, { error: 'too_many_waits', message: '5000 steps wait.' });
    await expect(run(step, { inputData: inputs })).rejects.toThrow(
      'The webhook relay could not make this step wait: 5000 steps wait. Replay the Zap run in a few minutes.',
    );
  });

  test('sends nothing without a relay', async () => {
    delete process.env['HOOK_RELAY_URL'];
    await expect(run(step, { inputData: inputs })).rejects.toThrow(
      'This step needs the webhook relay',
    );
  });

  test.each([
    ['0', 'minutes'],
    ['31', 'days'],
    ['-1', 'hours'],
  ])('refuses to wait for %s %s', async (waitFor, waitUnit) => {
    await expect(run(step, { inputData: { ...inputs, waitFor, waitUnit } })).rejects.toThrow(
      /must be between 1 minute and 30 days/,
    );
  });

  test("asks for a little less than Zapier's 30 days", async () => {
    const seconds = (30 * 24 - 1) * 3600;
    relay()
      .post('/waits', ({ timeoutSeconds }) => timeoutSeconds === seconds)
      .reply(201, WAIT);
    sends();
    await run(step, { inputData: { ...inputs, waitFor: '30', waitUnit: 'days' } });
  });

  test("in a test in Zapier's editor it sends, does not wait, and shows a reply", async () => {
    sends();
    const result = await run(step, { inputData: inputs, meta: { isLoadingSample: true } });
    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      channel: 'sms',
      gotReply: true,
      replyText: expect.stringMatching(/\w/),
      replyChannel: 'sms',
    });
  });
});

describe('send_message_and_wait, resumed', () => {
  const outputData = {
    id: 'm1ZbR4xVnL0shT7gK2mW',
    contactId: 'k1ZbR4xVnL0shT7gK2mW',
    conversationId: 'c1ZbR4xVnL0shT7gK2mW',
    channel: 'sms',
  };
  const resume = (posted: Record<string, unknown>) =>
    runMethod(step.operation.performResume, {
      outputData,
      cleanedRequest: { type: 'StepResumed', ...posted },
    });
  const reply = {
    id: 'm2ZbR4xVnL0shT7gK2mW',
    contactId: 'k1ZbR4xVnL0shT7gK2mW',
    conversationId: 'c1ZbR4xVnL0shT7gK2mW',
    messageType: 'TYPE_SMS',
    direction: 'inbound',
    body: 'Yes, gladly.',
    from: '+15550100123',
    dateAdded: '2026-11-24T09:04:00.000Z',
    attachments: ['https://example.com/files/photo.jpg'],
  };

  test('reads the reply from HighLevel', async () => {
    highLevel().get('/conversations/messages/m2ZbR4xVnL0shT7gK2mW').reply(200, { message: reply });
    expect(
      await resume({
        result: 'replied',
        messageId: 'm2ZbR4xVnL0shT7gK2mW',
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      }),
    ).toEqual({
      gotReply: true,
      replyText: 'Yes, gladly.',
      replySubject: null,
      replyChannel: 'sms',
      replyFrom: '+15550100123',
      repliedAt: '2026-11-24T09:04:00.000Z',
      replyAttachments: ['https://example.com/files/photo.jpg'],
      replyMessageId: 'm2ZbR4xVnL0shT7gK2mW',
      channel: 'sms',
      status: null,
      link: null,
      id: 'm1ZbR4xVnL0shT7gK2mW',
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('reads the latest message of the conversation where the event named none', async () => {
    highLevel()
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query(true)
      .reply(200, { messages: { messages: [{ ...outputData, direction: 'outbound' }, reply] } });
    const resumed = await resume({ result: 'replied', conversationId: 'c1ZbR4xVnL0shT7gK2mW' });
    expect(resumed).toMatchObject({ gotReply: true, replyText: 'Yes, gladly.' });
  });

  test('says that there was a reply when HighLevel no longer has it', async () => {
    const gone = () => highLevel().get(/./).reply(404, { message: 'not found' });
    gone();
    gone();
    const resumed = await resume({
      result: 'replied',
      messageId: 'm2ZbR4xVnL0shT7gK2mW',
      repliedAt: reply.dateAdded,
    });
    expect(resumed).toMatchObject({ gotReply: true, replyText: null, repliedAt: reply.dateAdded });
  });

  test("takes no other contact's message", async () => {
    highLevel()
      .get('/conversations/messages/m2ZbR4xVnL0shT7gK2mW')
      .reply(200, { message: { ...reply, contactId: 'k2ZbR4xVnL0shT7gK2mW' } });
    await expect(resume({ result: 'replied', messageId: 'm2ZbR4xVnL0shT7gK2mW' })).rejects.toThrow(
      'from another contact',
    );
  });

  test('says that no reply came, with what was sent', async () => {
    expect(await resume({ result: 'timed_out' })).toMatchObject({
      gotReply: false,
      replyText: null,
      id: 'm1ZbR4xVnL0shT7gK2mW',
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
    });
  });
});
