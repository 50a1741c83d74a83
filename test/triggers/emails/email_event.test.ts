import { describe, expect, test } from '@jest/globals';

import { emailEventOf } from '../../../resources/email_event.ts';
import { toRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.email_event;
const { event, record } = fixture('email_event');

const ANNA = {
  id: 'hT7gK2mWq9ZbR4xVnL0s',
  firstName: 'Anna',
  lastName: 'Example',
  email: 'anna@example.com',
  locationId: LOCATION_ID,
};

/** HighLevel's answer to the search for contacts with the address. */
function contacts(...found: object[]) {
  highLevel()
    .post('/contacts/search', {
      locationId: LOCATION_ID,
      pageLimit: 100,
      page: 1,
      filters: [{ field: 'email', operator: 'eq', value: 'anna@example.com' }],
    })
    .reply(200, { contacts: found });
}

/** The same event with another word, and more of what it says. */
const saying = (word: string, more: object = {}) => ({
  ...event,
  webhookPayload: { ...toRecord(event['webhookPayload']), event: word, ...more },
});

const start = (raw: unknown, events: string[]) =>
  run(trigger, delivered(raw, { inputData: { events } }));

describe('email_event', () => {
  testsOfEveryHook(trigger, {
    events: ['LCEmailStats'],
    event,
    inputData: { events: ['delivered'] },
    meanwhile: 'Message Status Changed',
    before: () => {
      contacts(ANNA);
    },
  });

  test('reads the event, with the contact that has the address', async () => {
    contacts(ANNA);
    expect(await start(event, ['Delivered'])).toMatchObject([
      {
        ...record,
        contact: { name: 'Anna Example', email: 'anna@example.com' },
        contactId: ANNA.id,
      },
    ]);
  });

  test('names no contact where several have the address', async () => {
    contacts(ANNA, { ...ANNA, id: 'hT7gK2mWq9ZbR4xVnL0t' });
    expect(await start(event, ['delivered'])).toEqual([record]);
  });

  test('names no contact where nobody has the address', async () => {
    contacts();
    highLevel().get('/contacts/search/duplicate').query(true).reply(200, { contact: null });
    expect(await start(event, ['delivered'])).toEqual([record]);
  });

  test('starts without an address', async () => {
    const payload = { event: 'unsubscribed' };
    const found = await start({ ...event, webhookPayload: payload }, ['unsubscribed']);
    expect(found).toMatchObject([
      { event: 'unsubscribed', email: null, contact: null, responseCode: null },
    ]);
  });

  test.each([
    ['delivered', 'delivered'],
    ['Open', 'opened'],
    ['email.opened', 'opened'],
    ['click', 'clicked'],
    ['failed', 'bounced'],
    ['permanent_fail', 'bounced'],
    ['hard-bounce', 'bounced'],
    ['dropped', 'bounced'],
    ['undelivered', 'bounced'],
    ['complaint', 'complained'],
    ['spamreport', 'complained'],
    ['unsubscribe', 'unsubscribed'],
    ['list_unsubscribe_click', 'unsubscribed'],
    ['accepted', 'accepted'],
  ])('takes the word %s for %s', (word, meaning) => {
    expect(emailEventOf(word)).toBe(meaning);
  });

  test('gives why an email bounced, and the word of HighLevel', async () => {
    contacts(ANNA);
    const status = { code: 550, message: 'Rejected', description: 'No such mailbox' };
    const bounced = saying('failed', { 'delivery-status': status });
    expect(await start(bounced, ['clicked', 'bounced'])).toMatchObject([
      { event: 'bounced', originalEvent: 'failed', responseCode: 550, reason: 'No such mailbox' },
    ]);
  });

  test.each([
    ['delivered', ['opened']],
    ['accepted', ['delivered', 'opened', 'clicked', 'bounced', 'complained', 'unsubscribed']],
  ])('asks nothing about an event that nobody asked for: %s', async (word, events) => {
    expect(await start(saying(word), events)).toEqual([]);
  });

  test('starts for a word that HighLevel adds', async () => {
    contacts(ANNA);
    expect(await start(saying('accepted'), ['Accepted'])).toMatchObject([{ event: 'accepted' }]);
  });

  test('shows the latest sent emails in a test, by their status', async () => {
    const row = {
      id: 'mSg6Tx4KpR9wQz2LvNcY',
      locationId: LOCATION_ID,
      messageType: 'TYPE_EMAIL',
      direction: 'outbound',
      status: 'opened',
      dateAdded: '2026-11-20T10:00:00.000Z',
      dateUpdated: '2026-11-20T10:02:00.000Z',
      meta: { email: { messageIds: ['eM4iLk9QwZ7xTn2RvBpC'] } },
    };
    highLevel()
      .get('/conversations/messages/export')
      .query(({ channel }) => channel === 'Email')
      .reply(200, { messages: [row] });
    highLevel()
      .get('/conversations/messages/email/eM4iLk9QwZ7xTn2RvBpC')
      .reply(200, {
        emailMessage: {
          ...row,
          id: 'eM4iLk9QwZ7xTn2RvBpC',
          from: 'hello@example.com',
          to: ['Anna Example <anna@example.com>'],
        },
      });
    contacts(ANNA);
    const inputData = { events: ['opened', 'clicked'] };
    expect(await runHook(trigger, 'performList', { inputData })).toMatchObject([
      { event: 'opened', email: 'anna@example.com', contactId: ANNA.id, from: 'hello@example.com' },
    ]);
  });
});
