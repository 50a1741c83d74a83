import { describe } from '@jest/globals';

import { hookRules } from '../../../../scripts/check/rules/hooks.ts';
import { testRules } from '../rule-cases.ts';

describe('The rules about instant triggers', () => {
  testRules(hookRules, [
    {
      rule: 'D006',
      when: 'finds one that cannot list',
      change: ({ noteAdded }) => delete noteAdded.operation.performList,
      finds: ['triggers.note_added'],
    },
    {
      rule: 'D006',
      when: 'takes a list that is a request',
      change: ({ noteAdded }) =>
        (noteAdded.operation.performList = { url: 'https://example.com/notes' }),
      finds: [],
    },
    {
      rule: 'D016',
      when: 'finds an integration that is one static webhook',
      change: ({ definition, noteAdded }) => {
        delete noteAdded.operation.performSubscribe;
        definition.triggers = { note_added: noteAdded };
        definition.searches = {};
        definition.creates = {};
      },
      finds: ['triggers.note_added'],
    },
    {
      rule: 'D017',
      when: 'finds one that does not subscribe',
      change: ({ noteAdded }) => delete noteAdded.operation.performSubscribe,
      finds: ['triggers.note_added'],
    },
    {
      rule: 'D017',
      when: 'finds one that does not unsubscribe',
      change: ({ noteAdded }) => delete noteAdded.operation.performUnsubscribe,
      finds: ['triggers.note_added'],
    },
  ]);
});
