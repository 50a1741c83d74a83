import { describe, expect, test } from '@jest/globals';
import type nock from 'nock';

import { EMAIL_STATUSES } from '../../../resources/message_statuses.ts';
import { toRecord } from '../../../resources/values.ts';
import { App, highLevel, run } from '../../support/app.ts';

const updateStatus = App.creates.update_email_status;

function updated(body: nock.DataMatcherMap) {
  highLevel()
    .put('/conversations/messages/email/e1ZbR4xVnL0shT7gK2mW/status', body)
    .matchHeader('version', 'v3')
    .reply(200, { success: true, message: 'Updated email message successfully' });
}

const update = (inputData: object) =>
  run(updateStatus, { inputData: { emailMessageId: 'e1ZbR4xVnL0shT7gK2mW', ...inputData } });

describe('update_email_status', () => {
  test('offers emails to choose from, and a search', () => {
    const fields: unknown[] = updateStatus.operation.inputFields ?? [];
    const field = fields.find((one) => toRecord(one)['key'] === 'emailMessageId');
    expect(field).toMatchObject({
      key: 'emailMessageId',
      search: 'find_email.id',
      choices: { perform: expect.any(Function) },
    });
  });

  test.each(Object.keys(EMAIL_STATUSES))('sets the status %s', async (status) => {
    updated({ status });

    await expect(update({ status })).resolves.toEqual({
      id: 'e1ZbR4xVnL0shT7gK2mW',
      status,
      message: 'Updated email message successfully',
    });
  });

  test('tells of each recipient, and counts events', async () => {
    updated({
      status: 'delivered',
      recipients: [
        { emailId: 'anna@example.com', status: 'opened' },
        { emailId: 'office@example.com', status: 'failed', failReason: 'Mailbox not found' },
      ],
      events: { delivered: 1, opened: 3 },
    });

    const result = await update({
      status: 'delivered',
      recipients: [
        { emailId: 'Anna@example.com', recipientStatus: 'opened' },
        {
          emailId: 'office@example.com',
          recipientStatus: 'failed',
          failReason: 'Mailbox not found',
        },
      ],
      events: [
        { event: 'Delivered', count: '1' },
        { event: 'opened', count: 1 },
        { event: 'opened', count: 2 },
      ],
    });

    expect(result).toMatchObject({ status: 'delivered' });
  });

  test('refuses a count that is none', async () => {
    await expect(
      update({ status: 'read', events: [{ event: 'opened', count: 'often' }] }),
    ).rejects.toThrow(/\\"Count\\" must be a whole number, and is \\"often\\"/);
  });

  test('says who may set it', async () => {
    highLevel()
      .put('/conversations/messages/email/e1ZbR4xVnL0shT7gK2mW/status')
      .reply(403, { message: 'You do not have permission to update the status of this message' });

    await expect(update({ status: 'read' })).rejects.toThrow(
      /only the app that owns its conversation provider can/,
    );
  });

  test('tells an email of another sub-account from that', async () => {
    highLevel()
      .put('/conversations/messages/email/e1ZbR4xVnL0shT7gK2mW/status')
      .reply(403, { message: 'The token does not have access to this location.' });

    await expect(update({ status: 'read' })).rejects.toThrow(/another HighLevel sub-account/);
  });
});
