import { describe } from '@jest/globals';

import { latestCore, platformRules } from '../../../../scripts/check/rules/platform.ts';
import { testRules } from '../rule-cases.ts';
import { PLATFORM_VERSION } from '../sample-definition.ts';

describe('The rules about the whole integration', () => {
  testRules(
    [...platformRules, latestCore(PLATFORM_VERSION)],
    [
      {
        rule: 'D015',
        when: 'finds an action that is gone',
        change: ({ definition }) => delete definition.creates['add_note'],
        finds: ['searchOrCreates.find_note'],
        says: '"add_note"',
      },
      {
        rule: 'D015',
        when: 'finds a search that does not exist',
        change: ({ findOrAddNote }) => (findOrAddNote['search'] = 'find_notes'),
        finds: ['searchOrCreates.find_note', 'searchOrCreates.find_note'],
        says: '"find_notes"',
      },
      {
        rule: 'D015',
        when: 'finds an update that does not exist',
        change: ({ findOrAddNote }) => (findOrAddNote['update'] = 'update_note'),
        finds: ['searchOrCreates.find_note'],
      },
      {
        rule: 'D027',
        when: 'finds an older core',
        change: ({ definition }) => (definition.platformVersion = '18.6.0'),
        finds: ['app'],
        says: '18.6.0',
      },
      {
        rule: 'D028',
        when: 'finds inputs that Zapier cleans',
        change: ({ definition }) => (definition.flags = { cleanInputData: true }),
        finds: ['app'],
      },
      {
        rule: 'D028',
        when: 'finds that nothing is said of it',
        change: ({ definition }) => (definition.flags = {}),
        finds: ['app'],
      },
    ],
  );
});
