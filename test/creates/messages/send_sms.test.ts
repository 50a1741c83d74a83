import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const sendSms = App.creates.send_sms;

describe('send_sms', () => {
  test('sends a text message', async () => {
    highLevel()
      .post('/conversations/messages', {
        type: 'SMS',
        contactId: 'k1',
        message: 'Your order is ready.',
        fromNumber: '+15550100100',
      })
      .reply(200, { conversationId: 'c1', messageId: 'm1' });

    const result = await run(sendSms, {
      inputData: {
        contactId: 'k1',
        message: 'Your order is ready.',
        fromNumber: '+1 555 010 0100',
        skipDuplicates: 'no',
      },
    });

    expect(result).toMatchObject({ id: 'm1', channel: 'sms', contactId: 'k1', status: 'pending' });
  });

  test('asks for a text', async () => {
    await expect(run(sendSms, { inputData: { contactId: 'k1' } })).rejects.toThrow(
      /The message is empty/,
    );
  });
});
