import { describe, expect, test } from '@jest/globals';

import { contact, contactSummary } from '../../resources/contact.ts';

const RAW = {
  id: 'con1ZbR4xVnL0shT7gK2',
  locationId: 'loc1ZbR4xVnL0shT7gK2',
  firstName: 'Anna',
  lastName: 'Example',
  email: 'anna@example.com',
  phone: '+15550100123',
  companyName: 'Example Studio',
  tags: ['customer', 'vip'],
  assignedTo: 'usr1ZbR4xVnL0shT7gK2',
  dnd: true,
  dndSettings: { SMS: { status: 'active' } },
  source: 'website form',
  address1: '12 Main Street',
  city: 'Springfield',
  state: 'IL',
  country: 'US',
  postalCode: '62701',
  website: 'https://example.com',
  timezone: 'America/Chicago',
  dateOfBirth: '1990-05-17T00:00:00.000Z',
  customFields: [
    { id: 'fld1ZbR4xVnL0shT7gK2', value: 'Gold' },
    { id: 'fld2ZbR4xVnL0shT7gK2', value: ['red', 'blue'] },
    { id: 'fld3ZbR4xVnL0shT7gK2', value: 42 },
    { id: 'fld4ZbR4xVnL0shT7gK2', value: { url: 'https://example.com/a.pdf' } },
    { id: 'fld5ZbR4xVnL0shT7gK2', value: true },
    { id: 'fld6ZbR4xVnL0shT7gK2', value: null },
  ],
  dateAdded: '2026-10-02T08:30:00.000Z',
  dateUpdated: '2026-11-20T10:02:00Z',
};

const SUMMARY = {
  name: 'Anna Example',
  firstName: 'Anna',
  lastName: 'Example',
  email: 'anna@example.com',
  phone: '+15550100123',
  companyName: 'Example Studio',
  link: 'https://app.leadconnectorhq.com/v2/location/loc1ZbR4xVnL0shT7gK2/contacts/detail/con1ZbR4xVnL0shT7gK2',
  tags: ['customer', 'vip'],
  assignedTo: 'usr1ZbR4xVnL0shT7gK2',
  doNotDisturb: true,
  source: 'website form',
  address1: '12 Main Street',
  city: 'Springfield',
  state: 'IL',
  country: 'US',
  postalCode: '62701',
  website: 'https://example.com',
  timezone: 'America/Chicago',
  dateOfBirth: '1990-05-17',
};

const CONTACT = {
  id: 'con1ZbR4xVnL0shT7gK2',
  ...SUMMARY,
  dateAdded: '2026-10-02T08:30:00.000Z',
  dateUpdated: '2026-11-20T10:02:00.000Z',
  locationId: 'loc1ZbR4xVnL0shT7gK2',
};

describe('contact', () => {
  test.each([
    ['wrapped: get, create, duplicate search', { contact: RAW, traceId: 't' }],
    ['wrapped with a note of its making: upsert', { new: true, contact: RAW, traceId: 't' }],
    ['bare: search, webhooks', { ...RAW, contactName: 'anna example', webhookId: 'w' }],
  ])('is read %s', (_shape, raw) => {
    expect(contact.parse(raw)).toMatchObject(CONTACT);
  });

  test.each([
    [{ name: 'Anna E.', firstName: 'Anna' }, 'Anna E.'],
    [{ firstName: 'Anna', lastName: '' }, 'Anna'],
    [{ contactName: 'anna example' }, 'anna example'],
    [{ name: '' }, null],
  ])('named %j is called %j', (names, expected) => {
    expect(contact.parse({ id: 'con1ZbR4xVnL0shT7gK2', ...names }).name).toBe(expected);
  });

  test('has its custom fields by their IDs, however HighLevel spells a value', () => {
    const { custom } = contact.parse({
      ...RAW,
      customFields: [
        ...RAW.customFields,
        { id: 'fld7ZbR4xVnL0shT7gK2', fieldValue: 'Blue' },
        { id: 'fld8ZbR4xVnL0shT7gK2', field_value: 0 },
        { key: 'contact.nothing', value: 'lost' },
        null,
      ],
    });
    expect(custom).toEqual({
      fld1ZbR4xVnL0shT7gK2: 'Gold',
      fld2ZbR4xVnL0shT7gK2: ['red', 'blue'],
      fld3ZbR4xVnL0shT7gK2: 42,
      fld4ZbR4xVnL0shT7gK2: expect.anything(),
      fld5ZbR4xVnL0shT7gK2: 'true',
      fld7ZbR4xVnL0shT7gK2: 'Blue',
      fld8ZbR4xVnL0shT7gK2: 0,
    });
  });

  test('has every key, empty where HighLevel has nothing', () => {
    const parsed = contact.parse({ id: 'con1ZbR4xVnL0shT7gK2' });
    const { tags, ...plain } = parsed;
    expect(tags).toEqual([]);
    expect(Object.keys(CONTACT).filter((key) => !(key in parsed))).toEqual([]);
    expect(plain).toMatchObject({
      id: 'con1ZbR4xVnL0shT7gK2',
      name: null,
      link: null,
      doNotDisturb: null,
    });
  });
});

test('the summary of a contact is the contact without its id', () => {
  expect(contactSummary.parse({ contact: RAW })).toEqual(SUMMARY);
});

test('the summary of a contact that is gone has every key, empty', () => {
  const empty = Object.fromEntries(Object.keys(SUMMARY).map((key) => [key, null]));
  expect(contactSummary.parse({})).toEqual({ ...empty, tags: [] });
});
