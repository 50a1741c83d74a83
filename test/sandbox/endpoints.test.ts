import { describe, expect, test } from '@jest/globals';

import { buildApp } from '../../sandbox/app.ts';
import { HARBOUR, list, useSandbox } from './support/sandbox.ts';

/** The Conversations API: 29 endpoints, and the one that v3 adds. */
const CONVERSATIONS = [
  'GET /conversations/search',
  'GET /conversations/:conversationId',
  'PUT /conversations/:conversationId',
  'DELETE /conversations/:conversationId',
  'POST /conversations',
  'GET /conversations/preferences/custom-subtypes',
  'POST /conversations/preferences/custom-subtypes',
  'PUT /conversations/preferences/custom-subtypes/:id',
  'GET /conversations/preferences/unsubscriptions/status',
  'POST /conversations/preferences/unsubscriptions/user-change',
  'GET /conversations/messages/email/:id',
  'DELETE /conversations/messages/email/:emailMessageId/schedule',
  'GET /conversations/messages/export',
  'GET /conversations/messages/:id',
  'GET /conversations/:conversationId/messages',
  'POST /conversations/messages',
  'POST /conversations/messages/inbound',
  'POST /conversations/messages/outbound',
  'POST /conversations/messages/review-reply',
  'DELETE /conversations/messages/:messageId/schedule',
  'POST /conversations/messages/upload',
  'POST /conversations/messages/upload/initiate',
  'POST /conversations/messages/upload/complete',
  'PUT /conversations/messages/:messageId/status',
  'PUT /conversations/messages/:messageId/attachments',
  'GET /conversations/messages/:messageId/locations/:locationId/recording',
  'GET /conversations/locations/:locationId/messages/:messageId/transcription',
  'GET /conversations/locations/:locationId/messages/:messageId/transcription/download',
  'POST /conversations/providers/live-chat/typing',
  'PUT /conversations/messages/email/:id/status',
];

describe('endpoints', () => {
  const { app } = buildApp();
  test.each(CONVERSATIONS)('%s', (endpoint) => {
    const [method = '', url = ''] = endpoint.split(' ');
    expect(app.hasRoute({ method, url })).toBe(true);
  });
});

/** What each area of commerce, objects and marketing has at least. */
const CATALOG = [
  'GET /invoices/',
  'PUT /invoices/estimate/:estimateId',
  'GET /invoices/template',
  'GET /payments/orders',
  'POST /payments/orders/:orderId/record-payment',
  'GET /payments/transactions',
  'GET /payments/subscriptions',
  'DELETE /payments/coupon',
  'GET /products/',
  'POST /products/:productId/price',
  'POST /products/inventory',
  'GET /businesses/',
  'POST /contacts/bulk/business',
  'GET /objects/:key',
  'POST /objects/:key/records/search',
  'POST /associations/relations',
  'POST /medias/upload-file',
  'GET /links/search',
  'POST /emails/builder/data',
  'GET /emails/schedule',
  'PUT /conversation-ai/agents/:agentId',
];

describe('the control API', () => {
  const sandbox = useSandbox();

  test('names every endpoint that is played', async () => {
    const named = list(await sandbox.control(''), 'endpoints');
    expect(named).toEqual(expect.arrayContaining(CATALOG));
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((one) => String(one).includes('__sandbox'))).toEqual([]);
  });
});

describe('seeded data', () => {
  const sandbox = useSandbox();
  const snapshot = async (): Promise<unknown> => {
    const collections = list(await sandbox.control('/state'), 'collections');
    const found = await Promise.all(
      collections.map((name) => sandbox.control(`/state/${String(name)}`)),
    );
    const text = JSON.stringify(found, (key, value: unknown) =>
      /date(?!OfBirth)|At$|timestamp/i.test(key) ? undefined : value,
    );
    const data: unknown = JSON.parse(text);
    return data;
  };

  test('is the same after every reset', async () => {
    const first = await snapshot();
    await sandbox.call(`/conversations/messages`, { body: {} });
    await sandbox.control('/bulk', { kind: 'contacts', count: 3 });
    expect(await snapshot()).not.toEqual(first);
    await sandbox.control('/reset', {});
    expect(await snapshot()).toEqual(first);
  });

  test('has fifty contacts and a conversation on every channel', async () => {
    expect(await sandbox.control(`/state/contacts?locationId=${HARBOUR}`)).toHaveLength(50);
    const messages = JSON.stringify(await sandbox.control('/state/messages'));
    for (const type of [
      'TYPE_SMS',
      'TYPE_EMAIL',
      'TYPE_WHATSAPP',
      'TYPE_INSTAGRAM',
      'TYPE_FACEBOOK',
      'TYPE_GMB',
      'TYPE_REVIEW',
      'TYPE_LIVE_CHAT',
      'TYPE_TIKTOK',
      'TYPE_CALL',
      'TYPE_CUSTOM_SMS',
      'TYPE_INTERNAL_COMMENT',
      'TYPE_ACTIVITY_CONTACT',
    ]) {
      expect(messages).toContain(`"${type}"`);
    }
    for (const status of ['scheduled', 'failed', 'voicemail', 'pending']) {
      expect(messages).toContain(`"status":"${status}"`);
    }
  });
});
