import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const cancelEmail = App.creates.cancel_scheduled_email;

describe('cancel_scheduled_email', () => {
  test('keeps the e-mail from being sent', async () => {
    highLevel()
      .delete('/conversations/messages/email/e1/schedule')
      .reply(200, { status: 200, message: 'Message cancelled successfully' });

    await expect(run(cancelEmail, { inputData: { emailMessageId: 'e1' } })).resolves.toMatchObject({
      id: 'e1',
      cancelled: true,
    });
  });

  test('stops the Zap without an error where it was sent', async () => {
    highLevel()
      .delete('/conversations/messages/email/e1/schedule')
      .reply(400, { message: 'Message has already been sent' });

    await expect(run(cancelEmail, { inputData: { emailMessageId: 'e1' } })).rejects.toMatchObject({
      name: 'HaltedError',
    });
  });
});
