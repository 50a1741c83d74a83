import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const cancelMessage = App.creates.cancel_scheduled_message;

const MESSAGE = {
  id: 'm1ZbR4xVnL0shT7gK2mW',
  messageType: 'TYPE_SMS',
  body: 'See you on Thursday',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  conversationId: 'c1ZbR4xVnL0shT7gK2mW',
  locationId: LOCATION_ID,
  status: 'scheduled',
};

function isThere(message: object = MESSAGE) {
  highLevel().get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW').reply(200, { message });
}

function answered(status: number, body?: object) {
  isThere();
  highLevel().delete('/conversations/messages/m1ZbR4xVnL0shT7gK2mW/schedule').reply(status, body);
}

function emailIsThere() {
  highLevel()
    .get('/conversations/messages/email/e2ZbR4xVnL0shT7gK2mW')
    .reply(200, {
      emailMessage: {
        id: 'e2ZbR4xVnL0shT7gK2mW',
        subject: 'Your appointment',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
      },
    });
}

function emailIsCanceled() {
  highLevel()
    .delete('/conversations/messages/email/e2ZbR4xVnL0shT7gK2mW/schedule')
    .reply(200, { status: 200, message: 'Message cancelled successfully' });
}

const cancel = (messageId = 'm1ZbR4xVnL0shT7gK2mW') =>
  run(cancelMessage, { inputData: { messageId } });

describe('cancel_scheduled_message', () => {
  test('cancels a message and tells which one', async () => {
    answered(200, { status: 200, message: 'Message cancelled successfully' });

    await expect(cancel()).resolves.toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      body: 'See you on Thursday',
      channel: 'sms',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      link: expect.stringContaining('/c1ZbR4xVnL0shT7gK2mW'),
      canceled: true,
      response: 'Message cancelled successfully',
    });
  });

  test('cancels an email by its ID', async () => {
    highLevel()
      .get('/conversations/messages/e2ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' });
    emailIsThere();
    emailIsCanceled();

    await expect(cancel('e2ZbR4xVnL0shT7gK2mW')).resolves.toMatchObject({
      id: 'e2ZbR4xVnL0shT7gK2mW',
      channel: 'email',
      subject: 'Your appointment',
      canceled: true,
    });
  });

  test('cancels the latest email of a thread by the ID of its message', async () => {
    isThere({
      ...MESSAGE,
      messageType: 'TYPE_EMAIL',
      meta: { email: { messageIds: ['e1ZbR4xVnL0shT7gK2mW', 'e2ZbR4xVnL0shT7gK2mW'] } },
    });
    emailIsThere();
    emailIsCanceled();

    await expect(cancel()).resolves.toMatchObject({ channel: 'email', canceled: true });
  });

  test('takes an empty answer for a success', async () => {
    answered(200);

    await expect(cancel()).resolves.toMatchObject({ id: 'm1ZbR4xVnL0shT7gK2mW', canceled: true });
  });

  test.each([
    [400, { message: 'Message has already been sent' }],
    [400, { message: 'Message is already cancelled' }],
    [400, { message: 'Message is not scheduled' }],
    [200, { status: 404, message: 'Failed cancel the scheduled message' }],
  ])('stops the Zap without an error where it is too late: %i %j', async (status, body) => {
    answered(status, body);

    const attempt = cancel();

    await expect(attempt).rejects.toMatchObject({ name: 'HaltedError' });
    await expect(attempt).rejects.toThrow(/There is nothing to cancel/);
  });

  test('fails for a message that is not there, and names the field', async () => {
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' })
      .get('/conversations/messages/email/m1ZbR4xVnL0shT7gK2mW')
      .reply(400, { message: 'Not found' });

    expect(await failing(cancel())).toMatchObject({
      message:
        'No message has the ID "m1ZbR4xVnL0shT7gK2mW" in this sub-account. Choose one in "Scheduled Message", or map an ID from an earlier step.',
    });
  });
});
