import { expect, test } from '@jest/globals';

import { missingScopes, SCOPES } from '../../../lib/connection/scopes.ts';

test('all granted scopes leave none missing, in any order and with more of them', () => {
  expect(missingScopes([...SCOPES, 'more.readonly'].toReversed().join(' '))).toEqual([]);
});

test('a missing scope is named as the consent page shows it', () => {
  const granted = SCOPES.filter((scope) => scope !== 'contacts.readonly').join(' ');
  expect(missingScopes(granted)).toEqual(['View Contacts (contacts.readonly)']);
});

test('a scope counts as a whole: conversations/message.readonly is not conversations.readonly', () => {
  const granted = SCOPES.filter((scope) => scope !== 'conversations.readonly').join('  ');
  expect(missingScopes(granted)).toEqual(['View Conversations (conversations.readonly)']);
});

test('nothing granted leaves everything missing', () => {
  expect(missingScopes('')).toHaveLength(SCOPES.length);
});
