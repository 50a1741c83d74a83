import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const sendEmail = App.creates.send_email;

describe('send_email', () => {
  test('sends a text with its lines, to everyone named', async () => {
    highLevel()
      .post('/conversations/messages', {
        type: 'Email',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        subject: 'Your order',
        html: 'Hello,<br>it is ready.',
        emailFrom: 'Sam <sam@example.com>',
        emailCc: ['office@example.com', 'boss@example.com'],
        customSubtypeId: 's1ZbR4xVnL0shT7gK2mW',
      })
      .reply(200, {
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        messageId: 'm1ZbR4xVnL0shT7gK2mW',
        emailMessageId: 'e1ZbR4xVnL0shT7gK2mW',
      });

    const result = await run(sendEmail, {
      inputData: {
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        subject: 'Your order',
        message: 'Hello,\nit is ready.',
        emailFrom: 'Sam <sam@example.com>',
        emailCc: ['Office@example.com; boss@example.com'],
        customSubtypeId: 's1ZbR4xVnL0shT7gK2mW',
        skipDuplicates: false,
      },
    });

    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      channel: 'email',
      emailMessageId: 'e1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('asks for a subject', async () => {
    await expect(
      run(sendEmail, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', message: 'Hello' } }),
    ).rejects.toThrow(/The email has no subject/);
  });
});
