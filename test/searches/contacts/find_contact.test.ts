import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { numberedId } from '../../support/ids.ts';

const findContact = App.searches.find_contact;

const ANNA = {
  id: 'con1ZbR4xVnL0shT7gK2',
  locationId: LOCATION_ID,
  firstName: 'Anna',
  lastName: 'Example',
  email: 'anna@example.com',
  phone: '+15550100123',
};

const NOBODY = { results: [], paging_token: null };
const FOUND = {
  results: [expect.objectContaining({ id: 'con1ZbR4xVnL0shT7gK2' })],
  paging_token: null,
};

function find(inputData: Record<string, unknown>, paging_token?: string) {
  return run(findContact, { inputData, meta: { paging_token } });
}

/** HighLevel's search for one contact by one key. */
function lookedUp(key: Record<string, string>, contact: object | null) {
  highLevel()
    .get('/contacts/search/duplicate')
    .matchHeader('version', '2021-07-28')
    .query({ locationId: LOCATION_ID, ...key })
    .reply(200, { contact });
}

/** HighLevel's search over contacts. */
function searched(body: Record<string, unknown>, contacts: object[]) {
  highLevel()
    .post('/contacts/search', { locationId: LOCATION_ID, pageLimit: 100, page: 1, ...body })
    .reply(200, { contacts, total: contacts.length });
}

const HUNDRED = Array.from({ length: 100 }, (_, index) => ({
  ...ANNA,
  id: numberedId('con', index + 1),
}));

describe('by email address', () => {
  test('finds the contact, in one request', async () => {
    lookedUp({ email: 'anna@example.com' }, ANNA);
    expect(await find({ email: ' Anna@Example.com ' })).toEqual(FOUND);
  });

  test('reads the address out of a sender', async () => {
    lookedUp({ email: 'anna@example.com' }, ANNA);
    expect(await find({ email: 'Anna Example <anna@example.com>' })).toEqual(FOUND);
  });

  test('finds nobody', async () => {
    lookedUp({ email: 'nobody@example.com' }, null);
    expect(await find({ email: 'nobody@example.com' })).toEqual(NOBODY);
  });

  test.each([['anna'], ['anna@example'], ['a@example.com, b@example.com']])(
    'refuses %s',
    async (email) => {
      expect(await failing(find({ email }))).toMatchObject({
        code: 'invalid_email',
        message: expect.stringMatching(/^"Email Address" must be one email address/),
      });
    },
  );
});

describe('by phone number', () => {
  test.each([['+15550100123'], ['+1 (555) 010-0123'], ['001 555 010 0123']])(
    'finds %s, which has its country code, in one request',
    async (phone) => {
      lookedUp({ number: '+15550100123' }, ANNA);
      expect(await find({ phone })).toEqual(FOUND);
    },
  );

  test('finds the contacts whose number ends in what was typed without a country code', async () => {
    searched({ filters: [{ field: 'phone', operator: 'contains', value: '5550100123' }] }, [
      ANNA,
      { ...ANNA, id: 'con2ZbR4xVnL0shT7gK2', phone: '+155501001234' },
      { ...ANNA, id: 'con3ZbR4xVnL0shT7gK2', phone: undefined },
    ]);
    expect(await find({ phone: '(555) 010-0123' })).toEqual(FOUND);
  });

  test('goes on with the page that Zapier asks for', async () => {
    const filters = [{ field: 'phone', operator: 'contains', value: '5550100123' }];
    searched({ filters }, HUNDRED);
    expect(await find({ phone: '5550100123' })).toMatchObject({ paging_token: '2' });
    searched({ filters, page: 2 }, [ANNA]);
    expect(await find({ phone: '5550100123' }, '2')).toEqual(FOUND);
  });

  test('refuses what is no phone number', async () => {
    expect(await failing(find({ phone: 'call me' }))).toMatchObject({ code: 'invalid_phone' });
  });

  test('asks for more than the digits of an area code', async () => {
    expect(await failing(find({ phone: '617' }))).toMatchObject({
      code: 'invalid_phone',
      message: '"Phone Number" must be a phone number of at least 6 digits, and is "617".',
    });
  });
});

describe('by text', () => {
  test('gives a page and the token of the next one', async () => {
    searched({ query: 'Example' }, HUNDRED);
    const page = await find({ query: 'Example' });
    expect(page).toMatchObject({ paging_token: '2', results: { length: 100 } });
    searched({ query: 'Example', page: 2 }, [ANNA]);
    expect(await find({ query: 'Example' }, '2')).toEqual(FOUND);
  });
});

describe('by contact', () => {
  test('finds it by its id', async () => {
    highLevel().get('/contacts/con1ZbR4xVnL0shT7gK2').reply(200, { contact: ANNA });
    expect(await find({ contactId: 'con1ZbR4xVnL0shT7gK2' })).toEqual(FOUND);
  });

  test.each([[400], [404]])('finds nobody when HighLevel answers %d', async (status) => {
    highLevel()
      .get('/contacts/con0ZbR4xVnL0shT7gK2')
      .reply(status, { message: 'Contact not found' });
    expect(await find({ contactId: 'con0ZbR4xVnL0shT7gK2' })).toEqual(NOBODY);
  });
});

test('asks for one way to find the contact, and only one', async () => {
  expect(await failing(find({ email: ' ' }))).toMatchObject({
    code: 'missing_input',
    message: expect.stringContaining('"Email Address", "Phone Number", "Search Text" or "Contact"'),
  });
  expect(await failing(find({ email: 'a@example.com', query: 'Anna' }))).toMatchObject({
    code: 'too_many_inputs',
    message: expect.stringContaining('only one of "Email Address" and "Search Text"'),
  });
});

describe('by email address and phone number', () => {
  const both = { email: 'anna@example.com', phone: '+15550100123' };

  test('finds by the address, in one request', async () => {
    lookedUp({ email: 'anna@example.com' }, ANNA);
    expect(await find(both)).toEqual(FOUND);
  });

  test('finds by the number where nobody has the address', async () => {
    lookedUp({ email: 'anna@example.com' }, null);
    lookedUp({ number: '+15550100123' }, ANNA);
    expect(await find(both)).toEqual(FOUND);
  });
});
