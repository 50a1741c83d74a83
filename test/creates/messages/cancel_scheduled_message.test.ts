import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const cancelMessage = App.creates.cancel_scheduled_message;

const MESSAGE = {
  id: 'm1',
  messageType: 'TYPE_SMS',
  body: 'See you on Thursday',
  contactId: 'k1',
  conversationId: 'c1',
  locationId: LOCATION_ID,
  status: 'scheduled',
};

function isThere(message: object = MESSAGE) {
  highLevel().get('/conversations/messages/m1').reply(200, { message });
}

function answered(status: number, body?: object) {
  isThere();
  highLevel().delete('/conversations/messages/m1/schedule').reply(status, body);
}

function emailIsThere() {
  highLevel()
    .get('/conversations/messages/email/e2')
    .reply(200, { emailMessage: { id: 'e2', subject: 'Your appointment', contactId: 'k1' } });
}

function emailIsCanceled() {
  highLevel()
    .delete('/conversations/messages/email/e2/schedule')
    .reply(200, { status: 200, message: 'Message cancelled successfully' });
}

const cancel = (messageId = 'm1') => run(cancelMessage, { inputData: { messageId } });

describe('cancel_scheduled_message', () => {
  test('cancels a message and tells which one', async () => {
    answered(200, { status: 200, message: 'Message cancelled successfully' });

    await expect(cancel()).resolves.toMatchObject({
      id: 'm1',
      body: 'See you on Thursday',
      channel: 'sms',
      contactId: 'k1',
      link: expect.stringContaining('/c1'),
      canceled: true,
      response: 'Message cancelled successfully',
    });
  });

  test('cancels an email by its ID', async () => {
    highLevel().get('/conversations/messages/e2').reply(404, { message: 'Not found' });
    emailIsThere();
    emailIsCanceled();

    await expect(cancel('e2')).resolves.toMatchObject({
      id: 'e2',
      channel: 'email',
      subject: 'Your appointment',
      canceled: true,
    });
  });

  test('cancels the latest email of a thread by the ID of its message', async () => {
    isThere({
      ...MESSAGE,
      messageType: 'TYPE_EMAIL',
      meta: { email: { messageIds: ['e1', 'e2'] } },
    });
    emailIsThere();
    emailIsCanceled();

    await expect(cancel()).resolves.toMatchObject({ channel: 'email', canceled: true });
  });

  test('takes an empty answer for a success', async () => {
    answered(200);

    await expect(cancel()).resolves.toMatchObject({ id: 'm1', canceled: true });
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
      .get('/conversations/messages/m1')
      .reply(404, { message: 'Not found' })
      .get('/conversations/messages/email/m1')
      .reply(400, { message: 'Not found' });

    expect(await failing(cancel())).toMatchObject({
      message:
        'No message has the ID "m1" in this sub-account. Choose one in "Scheduled Message", or map an ID from an earlier step.',
    });
  });
});
