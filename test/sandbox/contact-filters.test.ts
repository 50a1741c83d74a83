import { describe, expect, test } from '@jest/globals';

import { fieldId } from '../../sandbox/seed/lists.ts';
import { PIPELINES } from '../../sandbox/seed/opportunities.ts';
import { userId } from '../../sandbox/seed/users.ts';
import { at, contactId, HARBOUR, list, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

type Filter = Record<string, unknown>;

const search = (...filters: Filter[]) =>
  sandbox.call('/contacts/search', { body: { locationId: HARBOUR, pageLimit: 100, filters } });
const idsOf = async (...filters: Filter[]): Promise<unknown[]> =>
  list((await search(...filters)).body, 'contacts').map((one) => at(one, 'id'));

describe('contacts are found by', () => {
  test.each<[string, Filter, number | string[]]>([
    ['a tag', { field: 'tags', operator: 'eq', value: 'vip' }, 12],
    ['no tag', { field: 'tags', operator: 'not_eq', value: 'vip' }, 38],
    ['a city', { field: 'city', operator: 'contains', value: 'bos' }, 50],
    ['an address', { field: 'address', operator: 'contains', value: 'Quay' }, [contactId(0)]],
    ['a missing phone', { field: 'phone', operator: 'not_exists' }, 5],
    ['do not disturb', { field: 'dnd', operator: 'eq', value: true }, [contactId(30)]],
    [
      'do not disturb on a channel',
      { field: 'dndSettings.SMS.status', operator: 'eq', value: 'active' },
      [contactId(12)],
    ],
    ['an owner', { field: 'assignedTo', operator: 'eq', value: userId('priya') }, 10],
    [
      'a custom field',
      { field: `customFields.${fieldId('Insurance')}`, operator: 'eq', value: 'Private' },
      [contactId(0)],
    ],
    [
      'one of several values',
      { field: 'firstNameLowerCase', operator: 'eq', value: ['anna', 'marcus'] },
      2,
    ],
    ['an appointment', { field: 'lastAppointment', operator: 'exists' }, 8],
    ['a company', { field: 'businessName', operator: 'contains', value: 'haddad' }, [contactId(4)]],
    ['a date that none has', { field: 'lastEmailOpenedDate', operator: 'exists' }, 0],
    [
      'an opportunity',
      {
        field: 'opportunities',
        operator: 'nested',
        value: [
          { field: 'pipelineId', operator: 'eq', value: PIPELINES.patients.id },
          { field: 'status', operator: 'eq', value: 'won' },
        ],
      },
      [contactId(3)],
    ],
  ])('%s', async (_, filter, expected) => {
    const found = await idsOf(filter);
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });
});

test.each([
  ['an unknown field', { field: 'color', operator: 'eq', value: 1 }],
  ['an unknown operator', { field: 'city', operator: 'like', value: 'x' }],
  ['a part of an e-mail', { field: 'email', operator: 'contains', value: 'example' }],
  ['a text above 75 characters', { field: 'city', operator: 'contains', value: 'x'.repeat(76) }],
])('a filter with %s is refused', async (_, filter) => {
  expect((await search(filter)).status).toBe(400);
});

test('a custom field is read by its key as well', async () => {
  const path = `/locations/${HARBOUR}/customFields`;
  const byKey = await sandbox.call(`${path}/contact.insurance`);
  expect(byKey.body).toMatchObject({ customField: { id: fieldId('Insurance') } });
  expect((await sandbox.call(`${path}/contact.nothing`)).status).toBe(400);
});

test('a campaign that changed for a contact is told of', async () => {
  await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
  await sandbox.control('/events', { type: 'CampaignStatusUpdate', id: contactId(0) });
  const deliveries = list(await sandbox.control('/deliveries'));
  expect(deliveries).toMatchObject([
    { body: { type: 'CampaignStatusUpdate', contactId: contactId(0), status: 'paused' } },
  ]);
});
