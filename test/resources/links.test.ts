import { expect, test } from '@jest/globals';

import { contactLink, conversationLink } from '../../resources/links.ts';

const APP = 'https://app.leadconnectorhq.com/v2/location/loc1';

test('links open a record where a person of any agency works', () => {
  expect(conversationLink('loc1', 'cnv1')).toBe(`${APP}/conversations/conversations/cnv1`);
  expect(contactLink('loc1', 'con1')).toBe(`${APP}/contacts/detail/con1`);
});

test.each([
  [undefined, 'con1'],
  ['loc1', undefined],
  ['', 'con1'],
  ['loc1', null],
])('there is no link for the sub-account %j and the record %j', (locationId, id) => {
  expect(contactLink(locationId, id)).toBeNull();
});
