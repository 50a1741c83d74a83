import { describe, expect, test } from '@jest/globals';

import { businessId } from '../../sandbox/seed/objects.ts';
import { traceId } from './shapes.ts';
import {
  anything,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  problemsOf,
  record,
  text as aText,
} from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const place = `locationId=${HARBOUR}`;
const HADDAD = `/businesses/${businessId(4)}`;

const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
  sandbox.call(path, { method, ...(body === undefined ? {} : { body }) });
const companies = (query = ''): Promise<Answer> => sandbox.call(`/businesses/?${place}&${query}`);
const contactsOf = async (id: string, query = ''): Promise<unknown[]> =>
  list((await sandbox.call(`/contacts/business/${id}?${place}&${query}`)).body, 'contacts');
const setCompany = (
  ids: readonly string[],
  businessId: string | null | undefined,
): Promise<Answer> =>
  sandbox.call('/contacts/bulk/business', { body: { locationId: HARBOUR, ids, businessId } });

const draft = { locationId: HARBOUR, name: 'Oak Bakery', email: 'office@oak.example.com' };

const by = record({ channel: aText, createdAt: iso, source: aText, sourceId: aText });
const business = record({
  id: like(/^[0-9a-f]{24}$/),
  name: aText,
  phone: optional(aText),
  email: optional(aText),
  website: optional(aText),
  address: optional(aText),
  city: optional(aText),
  postalCode: optional(aText),
  state: optional(aText),
  country: optional(aText),
  description: optional(aText),
  locationId: aText,
  createdBy: by,
  updatedBy: by,
  createdAt: iso,
  updatedAt: iso,
});
// The key is misspelt by HighLevel.
const written = record({ success: exactly(true), buiseness: business, traceId });

test('answers have the documented keys and types', async () => {
  const asked = [
    [await companies(), record({ businesses: listOf(business), traceId })],
    [await sandbox.call(HADDAD), record({ business, traceId })],
    [await call('POST', '/businesses/', draft), written],
    [await call('PUT', HADDAD, { city: 'Salem' }), written],
    [
      await sandbox.call(`/contacts/business/${businessId(4)}?${place}`),
      record({ contacts: listOf(mapOf(anything)), count: number, traceId }),
    ],
    [
      await setCompany([contactId(1)], businessId(4)),
      record({ success: exactly(true), ids: listOf(aText), traceId }),
    ],
    [await call('DELETE', HADDAD), record({ success: exactly(true), traceId })],
  ] as const;
  for (const [answer, shape] of asked) {
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  }
});

describe('companies', () => {
  test('come page after page, without a search', async () => {
    const all = list((await companies()).body, 'businesses');
    expect(all.length).toBeGreaterThan(20);
    const second = list((await companies('limit=5&skip=5')).body, 'businesses');
    expect(second).toEqual(all.slice(5, 10));
    expect((await companies('query=haddad')).status).toBe(422);
    expect((await companies('limit=101')).status).toBe(422);
  });

  test('are made with a name, and change what is sent', async () => {
    const made = await call('POST', '/businesses/', draft);
    expect(made.status).toBe(201);
    const path = `/businesses/${text(made.body, 'buiseness', 'id')}`;
    await call('PUT', path, { city: 'Salem' });
    expect((await sandbox.call(path)).body).toMatchObject({
      business: { name: 'Oak Bakery', city: 'Salem' },
    });
    expect((await call('POST', '/businesses/', { locationId: HARBOUR })).status).toBe(422);
  });

  test('stay within the sub-account and the scopes', async () => {
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(HADDAD, { token: other })).status).toBe(403);
    const own = await sandbox.call(`/businesses/?locationId=${NORTHSIDE_ID}`, { token: other });
    expect(list(own.body, 'businesses').map((one) => at(one, 'name'))).toEqual([
      'Friends of Northside Fitness',
    ]);
    const withoutScope = await sandbox.issue({ withoutScopes: ['businesses.readonly'] });
    expect((await sandbox.call(HADDAD, { token: withoutScope })).status).toBe(401);
    expect((await sandbox.call('/businesses/000000000000000000000000')).status).toBe(404);
  });
});

describe('contacts', () => {
  test('get into a company, and out of it with null', async () => {
    expect(await contactsOf(businessId(4))).toHaveLength(1);
    await setCompany([contactId(0), contactId(1)], businessId(4));
    expect(await contactsOf(businessId(4))).toHaveLength(3);
    expect(await contactsOf(businessId(4), 'query=anna')).toHaveLength(1);
    expect(await contactsOf(businessId(4), 'limit=1&skip=2')).toHaveLength(1);
    await setCompany([contactId(0)], null);
    expect(await contactsOf(businessId(4))).toHaveLength(2);
    expect((await setCompany([contactId(0)], undefined)).status).toBe(422);
    expect((await setCompany(['nobody'], businessId(4))).status).toBe(400);
  });

  test('lose their company with it, and are told of as changed', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await call('DELETE', HADDAD);
    const contact = await sandbox.call(`/contacts/${contactId(4)}`);
    expect(at(contact.body, 'contact', 'businessId')).toBeUndefined();
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual(['ContactUpdate']);
  });
});
