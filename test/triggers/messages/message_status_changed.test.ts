import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const statusChanged = App.triggers.message_status_changed;

const message = (id: string, status: string | undefined, dateUpdated: string, more = {}) => ({
  id,
  status,
  messageType: 'TYPE_SMS',
  direction: 'outbound',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  dateAdded: '2026-11-20T09:00:00Z',
  dateUpdated,
  ...more,
});

function exported(messages: object[], query: object = {}) {
  highLevel()
    .get('/conversations/messages/export')
    .query({
      locationId: LOCATION_ID,
      sortBy: 'updatedAt',
      sortOrder: 'desc',
      limit: 500,
      ...query,
    })
    .reply(200, { messages, nextCursor: null });
}

describe('message_status_changed', () => {
  test('knows a status in any case', async () => {
    exported([message('m1ZbR4xVnL0shT7gK2mW', 'Delivered', '2026-11-20T10:00:00Z')]);
    exported([], { channel: 'Email' });
    const found = await run(statusChanged, { inputData: { status: ['delivered'] } });
    expect(found).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW', status: 'delivered' }]);
  });

  test('gives one item for each message and status, the latest change first', async () => {
    exported([
      message('m1ZbR4xVnL0shT7gK2mW', 'delivered', '2026-11-20T10:00:00Z'),
      message('m0ZbR4xVnL0shT7gK2mW', undefined, '2026-11-20T09:30:00Z'),
    ]);
    exported(
      [
        message('m2ZbR4xVnL0shT7gK2mW', 'opened', '2026-11-20T11:00:00Z', {
          messageType: 'TYPE_EMAIL',
        }),
      ],
      {
        channel: 'Email',
      },
    );

    const result = await run(statusChanged);

    expect(result).toMatchObject([
      { id: 'm2ZbR4xVnL0shT7gK2mW', status: 'opened', channel: 'email' },
      {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        status: 'delivered',
        contact: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('asks once where a channel is chosen, and keeps what was asked for', async () => {
    exported(
      [
        message('m1ZbR4xVnL0shT7gK2mW', 'failed', '2026-11-20T10:00:00Z'),
        message('m2ZbR4xVnL0shT7gK2mW', 'delivered', '2026-11-20T10:00:00Z'),
        message('m3ZbR4xVnL0shT7gK2mW', 'failed', '2026-11-20T10:00:00Z', { direction: 'inbound' }),
      ],
      { channel: 'SMS', contactId: 'k1ZbR4xVnL0shT7gK2mW' },
    );

    const result = await run(statusChanged, {
      inputData: {
        channel: 'sms',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        status: ['failed', 'opt_out'],
        direction: 'outbound',
      },
    });

    expect(result).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW', status: 'failed' }]);
  });
});
