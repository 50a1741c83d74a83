import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const cancelMessage = App.creates.cancel_scheduled_message;

function answered(status: number, body?: object) {
  highLevel().delete('/conversations/messages/m1/schedule').reply(status, body);
}

const cancel = () => run(cancelMessage, { inputData: { messageId: 'm1' } });

describe('cancel_scheduled_message', () => {
  test('keeps the message from being sent', async () => {
    answered(200, { status: 200, message: 'Message cancelled successfully' });

    await expect(cancel()).resolves.toEqual({
      id: 'm1',
      cancelled: true,
      message: 'Message cancelled successfully',
    });
  });

  test('takes an empty answer for a success', async () => {
    answered(200);

    await expect(cancel()).resolves.toMatchObject({ id: 'm1', cancelled: true });
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

  test('fails for a message that is not there', async () => {
    answered(404, { message: 'Message with id m1 not found' });

    await expect(cancel()).rejects.toThrow(/HighLevel did not find it/);
  });
});
