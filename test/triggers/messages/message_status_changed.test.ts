import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const statusChanged = App.triggers.message_status_changed;

const message = (id: string, status: string | undefined, dateUpdated: string, more = {}) => ({
  id,
  status,
  messageType: 'TYPE_SMS',
  direction: 'outbound',
  contactId: 'k1',
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
    exported([message('m1', 'Delivered', '2026-11-20T10:00:00Z')]);
    exported([], { channel: 'Email' });
    const found = await run(statusChanged, { inputData: { status: 'delivered' } });
    expect(found).toMatchObject([{ id: 'm1', status: 'delivered' }]);
  });

  test('gives one item for each message and status, the latest change first', async () => {
    exported([
      message('m1', 'delivered', '2026-11-20T10:00:00Z'),
      message('m0', undefined, '2026-11-20T09:30:00Z'),
    ]);
    exported([message('m2', 'opened', '2026-11-20T11:00:00Z', { messageType: 'TYPE_EMAIL' })], {
      channel: 'Email',
    });

    const result = await run(statusChanged);

    expect(result).toMatchObject([
      { id: 'm2', status: 'opened', channel: 'email' },
      {
        id: 'm1',
        status: 'delivered',
        contact: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('asks once where a channel is chosen, and keeps what was asked for', async () => {
    exported(
      [
        message('m1', 'failed', '2026-11-20T10:00:00Z'),
        message('m2', 'delivered', '2026-11-20T10:00:00Z'),
        message('m3', 'failed', '2026-11-20T10:00:00Z', { direction: 'inbound' }),
      ],
      { channel: 'SMS', contactId: 'k1' },
    );

    const result = await run(statusChanged, {
      inputData: { channel: 'sms', contactId: 'k1', status: 'failed', direction: 'outbound' },
    });

    expect(result).toMatchObject([{ id: 'm1', status: 'failed' }]);
  });
});
