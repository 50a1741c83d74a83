import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const sendSms = App.creates.send_sms;

describe('send_sms', () => {
  test('sends a text message', async () => {
    highLevel()
      .post('/conversations/messages', {
        type: 'SMS',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        message: 'Your order is ready.',
        fromNumber: '+15550100100',
      })
      .reply(200, { conversationId: 'c1ZbR4xVnL0shT7gK2mW', messageId: 'm1ZbR4xVnL0shT7gK2mW' });

    const result = await run(sendSms, {
      inputData: {
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        message: 'Your order is ready.',
        fromNumber: '+1 555 010 0100',
        skipDuplicates: 'no',
      },
    });

    expect(result).toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      channel: 'sms',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      status: 'pending',
    });
  });

  test('asks for a text', async () => {
    await expect(
      run(sendSms, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/The message is empty/);
  });
});
