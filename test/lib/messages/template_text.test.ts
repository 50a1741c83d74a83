import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const { send_email: sendEmail, send_sms: sendSms, send_message: sendMessage } = App.creates;

const TEMPLATE = 'tPl5Zx8CvB1nMq4WeRtY';

const template = (type: string, content: object, more: object = {}) =>
  highLevel()
    .get(`/locations/${LOCATION_ID}/templates`)
    .query((query) => query['type'] === type)
    .reply(200, {
      templates: [{ id: TEMPLATE, name: 'Reminder', type, template: content, ...more }],
      totalCount: 1,
    });

const contact = () =>
  highLevel()
    .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
    .reply(200, {
      contact: { id: 'k1ZbR4xVnL0shT7gK2mW', firstName: 'Anna', lastName: 'Example' },
    });

/** What is sent of a template. */
async function sent(step: { operation: object }, inputData: object): Promise<unknown> {
  let body: unknown;
  highLevel()
    .post('/conversations/messages', (posted: unknown) => {
      body = posted;
      return true;
    })
    .reply(200, { messageId: 'm1ZbR4xVnL0shT7gK2mW', conversationId: 'c1ZbR4xVnL0shT7gK2mW' });
  await run(step, {
    inputData: {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      templateId: TEMPLATE,
      skipDuplicates: 'no',
      ...inputData,
    },
  });
  return body;
}

describe('a template', () => {
  test('gives a text message its text, with the details of the contact', async () => {
    template('sms', { body: 'Hi {{contact.first_name}}, see you on {{ contact.city }}Thursday.' });
    contact();
    expect(await sent(sendSms, {})).toMatchObject({
      type: 'SMS',
      templateId: TEMPLATE,
      message: 'Hi Anna, see you on Thursday.',
    });
  });

  test('gives an email its HTML, subject and files', async () => {
    template(
      'email',
      { html: '<p>See you</p>', subject: 'Tomorrow' },
      { urlAttachments: ['https://example.com/map.pdf'] },
    );
    expect(await sent(sendEmail, {})).toMatchObject({
      type: 'Email',
      html: '<p>See you</p>',
      subject: 'Tomorrow',
      attachments: ['https://example.com/map.pdf'],
    });
  });

  test('gives way to what the person wrote', async () => {
    template('email', { html: '<p>See you</p>', subject: 'Tomorrow' });
    expect(await sent(sendEmail, { subject: 'Today', message: 'Come in.' })).toMatchObject({
      subject: 'Today',
      html: 'Come in.',
    });
  });

  test('goes out on WhatsApp', async () => {
    template('whatsapp', { body: 'Your order is ready.' });
    const inputs = { channel: 'whatsapp' };
    expect(await sent(sendMessage, inputs)).toMatchObject({
      type: 'WhatsApp',
      templateId: TEMPLATE,
      message: 'Your order is ready.',
    });
  });

  test('is found by its exact name', async () => {
    template('sms', { body: 'Hi' });
    template('sms', { body: 'Hi' });
    expect(await sent(sendSms, { templateId: 'reminder' })).toMatchObject({ message: 'Hi' });
  });

  test.each([
    [
      'a placeholder that cannot be filled in',
      () => template('sms', { body: 'Hi {{custom_values.shop}}' }),
      {},
      /contains \{\{custom_values.shop\}\}, which this step cannot fill in/,
    ],
    [
      'a template of another channel',
      () =>
        highLevel()
          .get(`/locations/${LOCATION_ID}/templates`)
          .query(true)
          .reply(200, { templates: [] }),
      { channel: 'sms' },
      /no such template for this channel/,
    ],
    ['a channel without templates', () => undefined, { channel: 'facebook' }, /is for SMS, email/],
  ])('sends nothing for %s', async (_what, answer, inputs, message) => {
    answer();
    const step = 'channel' in inputs ? sendMessage : sendSms;
    const inputData = { contactId: 'k1ZbR4xVnL0shT7gK2mW', templateId: TEMPLATE, ...inputs };
    expect((await failing(run(step, { inputData }))).message).toMatch(message);
  });
});
