import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const findEmail = App.searches.find_email;

const EMAIL = {
  id: 'e1ZbR4xVnL0shT7gK2mW',
  threadId: 't1ZbR4xVnL0shT7gK2mW',
  subject: 'Quote',
  body: '<p>Hello,</p><p>a <b>quote</b>, please.</p>',
  from: 'Anna Example <anna@example.com>',
  to: ['hello@example.com', 'team@example.com'],
  cc: ['office@example.com'],
  bcc: ['archive@example.com'],
  attachments: ['https://files.example.com/offer.pdf'],
  direction: 'inbound',
  dateAdded: '2026-11-20T10:02:00Z',
};

describe('find_email', () => {
  test.each([
    ['flat', EMAIL],
    ['wrapped', { emailMessage: EMAIL }],
  ])('gives every address and both texts of a %s answer', async (_shape, answer) => {
    highLevel().get('/conversations/messages/email/e1ZbR4xVnL0shT7gK2mW').reply(200, answer);

    const result = await run(findEmail, { inputData: { emailMessageId: 'e1ZbR4xVnL0shT7gK2mW' } });

    expect(result).toMatchObject([
      {
        id: 'e1ZbR4xVnL0shT7gK2mW',
        subject: 'Quote',
        from: 'Anna Example <anna@example.com>',
        to: ['hello@example.com', 'team@example.com'],
        cc: ['office@example.com'],
        bcc: ['archive@example.com'],
        html: EMAIL.body,
        text: 'Hello,\na quote, please.',
        attachments: [expect.stringMatching(/^hydrate\|\|\|/)],
        dateAdded: '2026-11-20T10:02:00.000Z',
      },
    ]);
  });

  test('takes the id of the message that holds the email too', async () => {
    highLevel()
      .get('/conversations/messages/email/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' })
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        message: {
          id: 'm1ZbR4xVnL0shT7gK2mW',
          messageType: 'TYPE_EMAIL',
          meta: { email: { messageIds: ['e1ZbR4xVnL0shT7gK2mW'] } },
        },
      })
      .get('/conversations/messages/email/e1ZbR4xVnL0shT7gK2mW')
      .reply(200, EMAIL);

    const result = await run(findEmail, { inputData: { emailMessageId: 'm1ZbR4xVnL0shT7gK2mW' } });

    expect(result).toMatchObject([{ id: 'e1ZbR4xVnL0shT7gK2mW' }]);
  });

  test('finds nothing for an id that names neither', async () => {
    highLevel()
      .get('/conversations/messages/email/eml9ZbR4xVnL0shT7gK2')
      .reply(404, { message: 'Not found' })
      .get('/conversations/messages/eml9ZbR4xVnL0shT7gK2')
      .reply(404, { message: 'Not found' });

    await expect(
      run(findEmail, { inputData: { emailMessageId: 'eml9ZbR4xVnL0shT7gK2' } }),
    ).resolves.toEqual([]);
  });
});
