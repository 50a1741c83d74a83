import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const sendEmail = App.creates.send_email;

describe('send_email', () => {
  test('sends a text with its lines, to everyone named', async () => {
    highLevel()
      .post('/conversations/messages', {
        type: 'Email',
        contactId: 'k1',
        subject: 'Your order',
        html: 'Hello,<br>it is ready.',
        emailFrom: 'Sam <sam@example.com>',
        emailCc: ['office@example.com', 'boss@example.com'],
        customSubtypeId: 's1',
      })
      .reply(200, { conversationId: 'c1', messageId: 'm1', emailMessageId: 'e1' });

    const result = await run(sendEmail, {
      inputData: {
        contactId: 'k1',
        subject: 'Your order',
        message: 'Hello,\nit is ready.',
        emailFrom: 'Sam <sam@example.com>',
        emailCc: ['Office@example.com; boss@example.com'],
        customSubtypeId: 's1',
        skipDuplicates: false,
      },
    });

    expect(result).toMatchObject({ id: 'm1', channel: 'email', emailMessageId: 'e1' });
  });

  test('asks for a subject', async () => {
    await expect(
      run(sendEmail, { inputData: { contactId: 'k1', message: 'Hello' } }),
    ).rejects.toThrow(/The email has no subject/);
  });
});
