import { describe, expect, test } from '@jest/globals';

import { missingScopes, scopesFor } from '../../../lib/connection/scopes.ts';

const ASKED = ['conversations.readonly', 'conversations/message.readonly', 'contacts.readonly'];

test('the scopes to ask for are those needed, each once', () => {
  expect(scopesFor(['users.readonly', 'contacts.readonly', 'users.readonly'])).toEqual([
    'contacts.readonly',
    'users.readonly',
  ]);
});

test('a scope that the portal lacks is not asked for, once its line says so', () => {
  const needed = ['contacts.readonly', 'courses.write'];
  expect(scopesFor(needed)).toEqual(needed);
  expect(scopesFor(needed, { 'courses.write': false })).toEqual(['contacts.readonly']);
});

describe('What a connection lacks', () => {
  test.each([
    ['in another order, with more of them', `${ASKED.toReversed().join(' ')} more.readonly`],
    ['separated by commas', ASKED.join(', ')],
    ['as a list', ASKED],
    ['as asked, where the answer leaves it out', undefined],
    ['as asked, where the answer leaves it blank', ''],
  ])('is nothing where all was granted: %s', (_how, granted) => {
    expect(missingScopes(granted, ASKED)).toEqual([]);
  });

  test('is named as the consent page shows it', () => {
    const granted = ASKED.filter((scope) => scope !== 'contacts.readonly').join(' ');
    expect(missingScopes(granted, ASKED)).toEqual(['View Contacts (contacts.readonly)']);
  });

  test('counts a scope as a whole: conversations/message.readonly is not conversations.readonly', () => {
    const granted = ASKED.filter((scope) => scope !== 'conversations.readonly').join('  ');
    expect(missingScopes(granted, ASKED)).toEqual(['View Conversations (conversations.readonly)']);
  });
});
