import { expect, test } from '@jest/globals';

import { location } from '../../resources/location.ts';

const RAW = {
  id: 'loc1ZbR4xVnL0shT7gK2',
  companyId: 'cmp1ZbR4xVnL0shT7gK2',
  name: 'Example Studio',
  email: 'hello@example.com',
  phone: '+15550100100',
  timezone: 'America/Chicago',
  address: '',
  settings: { allowDuplicateContact: false },
};

test.each([
  ['wrapped, from one sub-account', { location: RAW, traceId: 't' }],
  ['bare, from a search', RAW],
])('location reads a sub-account %s', (_shape, raw) => {
  expect(location.parse(raw)).toEqual({
    id: 'loc1ZbR4xVnL0shT7gK2',
    name: 'Example Studio',
    companyId: 'cmp1ZbR4xVnL0shT7gK2',
    email: 'hello@example.com',
    phone: '+15550100100',
    website: null,
    address: null,
    city: null,
    state: null,
    country: null,
    postalCode: null,
    timezone: 'America/Chicago',
  });
});
