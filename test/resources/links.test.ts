import { expect, test } from '@jest/globals';

import { contactLink, conversationLink } from '../../resources/links.ts';

const APP = 'https://app.leadconnectorhq.com/v2/location/loc1ZbR4xVnL0shT7gK2';

test('links open a record where a person of any agency works', () => {
  expect(conversationLink('loc1ZbR4xVnL0shT7gK2', 'cnv1ZbR4xVnL0shT7gK2')).toBe(
    `${APP}/conversations/conversations/cnv1ZbR4xVnL0shT7gK2`,
  );
  expect(contactLink('loc1ZbR4xVnL0shT7gK2', 'con1ZbR4xVnL0shT7gK2')).toBe(
    `${APP}/contacts/detail/con1ZbR4xVnL0shT7gK2`,
  );
});

test.each([
  [undefined, 'con1ZbR4xVnL0shT7gK2'],
  ['loc1ZbR4xVnL0shT7gK2', undefined],
  ['', 'con1ZbR4xVnL0shT7gK2'],
  ['loc1ZbR4xVnL0shT7gK2', null],
])('there is no link for the sub-account %j and the record %j', (locationId, id) => {
  expect(contactLink(locationId, id)).toBeNull();
});
