import { describe, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, highLevel, inCountry, LOCATION_ID, run } from '../../support/app.ts';

const create = App.creates.add_tags_to_contacts;

const ANNA = 'hT7gK2mWq9ZbR4xVnL0s';
const BEN = 'hT7gK2mWq9ZbR4xVnL0t';
const CARA = 'hT7gK2mWq9ZbR4xVnL0u';

const either = (...filters: [field: string, value: string][]) => [
  {
    group: 'OR',
    filters: filters.map(([field, value]) => ({ field, operator: 'eq', value })),
  },
];

function searched(filters: ReturnType<typeof either>, contacts: object[]) {
  highLevel()
    .post('/contacts/search', { locationId: LOCATION_ID, pageLimit: 100, page: 1, filters })
    .reply(200, { contacts });
}

function lookedUp(query: Record<string, string>, contact: object | null) {
  highLevel()
    .get('/contacts/search/duplicate')
    .query({ locationId: LOCATION_ID, ...query })
    .reply(200, { contact });
}

function tagged(contacts: string[], responses: object[] = []) {
  highLevel()
    .post('/contacts/bulk/tags/update/add', { locationId: LOCATION_ID, contacts, tags: ['vip'] })
    .reply(201, { succeded: true, errorCount: 0, responses });
}

const add = (contacts: unknown) => run(create, { inputData: { contacts, tags: 'vip' } });

describe('add_tags_to_contacts', () => {
  test('finds contacts by ID, email and number in one request, and tags each once', async () => {
    inCountry('US');
    searched(
      either(
        ['email', 'ben@example.com'],
        ['phone', '+12025550123'],
        ['email', 'nobody@example.com'],
      ),
      [
        { id: BEN, email: 'Ben@example.com' },
        { id: CARA, phone: '+12025550123' },
      ],
    );
    lookedUp({ email: 'nobody@example.com' }, null);
    tagged([ANNA, BEN, CARA]);

    const result = await add(
      `${ANNA}, BEN@example.com\n(202) 555-0123; nobody@example.com, ${ANNA}`,
    );

    expect(result).toMatchObject({
      summary: '3 of 4 contacts updated; 1 not found.',
      updatedCount: 3,
      notFoundCount: 1,
      failedCount: 0,
      notStartedCount: 0,
      tags: ['vip'],
      notFound: ['nobody@example.com'],
      results: [
        { contactId: ANNA, outcome: 'updated', entry: null },
        { contactId: BEN, outcome: 'updated' },
        { contactId: CARA, outcome: 'updated' },
        {
          contactId: null,
          outcome: 'not_found',
          entry: 'nobody@example.com',
          problem: 'No contact in this sub-account has it.',
        },
      ],
    });
  });

  test('finds a contact that the search does not know yet', async () => {
    searched(either(['email', 'new@example.com']), []);
    lookedUp({ email: 'new@example.com' }, { id: ANNA, email: 'new@example.com' });
    tagged([ANNA]);

    expect(await add(['new@example.com'])).toMatchObject({ updatedCount: 1 });
  });

  test('tags none of several contacts who share an email, and says so', async () => {
    searched(either(['email', 'info@example.com']), [
      { id: BEN, email: 'info@example.com' },
      { id: CARA, email: 'info@example.com' },
    ]);
    tagged([ANNA]);

    expect(await add([ANNA, 'info@example.com'])).toMatchObject({
      updatedCount: 1,
      notFound: ['info@example.com'],
      results: [
        {},
        { problem: '2 contacts share it. Map the ID of the one you mean.', outcome: 'not_found' },
      ],
    });
  });

  test('asks for 500 at a time', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `hT7gK2mWq9ZbR4xV${1000 + index}`);
    tagged(ids.slice(0, 500));
    tagged(ids.slice(500));

    expect(await add(ids)).toMatchObject({ summary: '501 of 501 contacts updated.' });
  });

  test('reads what HighLevel says of each contact', async () => {
    tagged(
      [ANNA, BEN, CARA],
      [
        { contactId: ANNA, type: 'success', message: 'Tags updated', tagsAdded: ['vip'] },
        { contactId: BEN, type: 'error', message: 'contact is deleted' },
        { contactId: CARA, type: 'error', message: 'Tag limit reached' },
      ],
    );

    const result = await add([ANNA, BEN, CARA]);

    expect(result).toMatchObject({ notFound: [BEN], failed: [CARA] });
    expect(toList(toRecord(result)['results'])).toMatchObject([
      { outcome: 'updated' },
      { outcome: 'not_found', problem: 'No contact in this sub-account has this ID.' },
      { outcome: 'failed', problem: 'HighLevel said: Tag limit reached.' },
    ]);
  });

  test('tags 500 although the next 500 fail, and names those', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `hT7gK2mWq9ZbR4xV${1000 + index}`);
    tagged(ids.slice(0, 500));
    highLevel().post('/contacts/bulk/tags/update/add').reply(503, '');

    expect(await add(ids)).toMatchObject({ updatedCount: 500, failed: [ids[500]] });
  });

  test('may be repeated as a whole', async () => {
    highLevel().post('/contacts/bulk/tags/update/add').reply(503, '');

    await expect(add([ANNA])).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test('says so where nobody was found', async () => {
    await expect(add(['Anna Example', 'Ben Example'])).rejects.toThrow(
      /\\"Contacts\\" needs a contact's ID, email address or phone number/,
    );
  });
});
