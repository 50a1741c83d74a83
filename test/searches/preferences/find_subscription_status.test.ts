import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const findStatus = App.searches.find_subscription_status;

const row = (subtype_id: string, subtype_name: string, subtype_status: string, more = {}) => ({
  subtype_id,
  subtype_name,
  subtype_status,
  ...more,
});
const ROWS = [
  row('default', 'One on One', 'subscribed'),
  row('s1ZbR4xVnL0shT7gK2mW', 'Newsletter', 'unsubscribed', {
    legal_reason: 'Asked',
    updatedAt: '2026-11-20T10:02:00Z',
  }),
];

function answered(answer: object, query: Record<string, string> = {}) {
  highLevel()
    .get('/conversations/preferences/unsubscriptions/status')
    .query({ locationId: LOCATION_ID, contactId: 'k1ZbR4xVnL0shT7gK2mW', ...query })
    .reply(200, answer);
}

const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/k1ZbR4xVnL0shT7gK2mW$/);

describe('find_subscription_status', () => {
  test('gives every address and subscription as a line', async () => {
    answered({
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      statuses: [
        { email: 'anna@example.com', subscriptions: ROWS },
        { email: 'home@example.com', subscriptions: ROWS.slice(0, 1) },
      ],
    });

    await expect(
      run(findStatus, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([
      {
        id: 'k1ZbR4xVnL0shT7gK2mW',
        hasUnsubscribed: true,
        unsubscribedFrom: ['Newsletter'],
        subscriptions: [
          expect.objectContaining({
            email: 'anna@example.com',
            name: 'One on One',
            typeId: 'default',
            status: 'subscribed',
            legalReason: null,
          }),
          expect.objectContaining({
            email: 'anna@example.com',
            name: 'Newsletter',
            typeId: 's1ZbR4xVnL0shT7gK2mW',
            status: 'unsubscribed',
            legalReason: 'Asked',
            dateUpdated: '2026-11-20T10:02:00.000Z',
          }),
          expect.objectContaining({ email: 'home@example.com', name: 'One on One' }),
        ],
        link: CONTACT_LINK,
      },
    ]);
  });

  test.each([
    ['a bare list', ROWS],
    ['a wrapped list', { data: { unsubscriptions: ROWS } }],
  ])('reads %s, for the address that was asked for', async (_shape, answer) => {
    answered(answer, { email: 'anna@example.com' });

    const result = await run(findStatus, {
      inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', email: 'Anna@example.com' },
    });

    expect(result).toMatchObject([
      { subscriptions: [{ email: 'anna@example.com' }, { email: 'anna@example.com' }] },
    ]);
  });

  test('is no unsubscription where HighLevel knows of none', async () => {
    answered({ statuses: [] });

    await expect(
      run(findStatus, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([
      {
        id: 'k1ZbR4xVnL0shT7gK2mW',
        hasUnsubscribed: false,
        unsubscribedFrom: [],
        subscriptions: [],
        link: CONTACT_LINK,
      },
    ]);
  });

  test.each([400, 404])('finds nothing for a contact that is gone (%i)', async (status) => {
    highLevel()
      .get('/conversations/preferences/unsubscriptions/status')
      .query({ locationId: LOCATION_ID, contactId: 'k1ZbR4xVnL0shT7gK2mW' })
      .reply(status, { message: 'Contact not found' });

    await expect(
      run(findStatus, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });
});
