import { describe } from '@jest/globals';

import { linkRules } from '../../../../scripts/check/rules/links.ts';
import { testRules, type RuleCase } from '../rule-cases.ts';
import { fieldOf, type Draft } from '../sample-definition.ts';

const help = (text: string) => (draft: Draft) => {
  fieldOf(draft.newNote, 'contains').helpText = text;
};

const request = (url: string) => (draft: Draft) => {
  draft.newNote.operation.perform = { method: 'GET', url };
};

function dangerous(when: string, url: string, finds: string[]): RuleCase {
  return { rule: 'D025', when, change: request(url), finds };
}

describe('The rules about addresses', () => {
  testRules(linkRules, [
    {
      rule: 'D007',
      when: 'finds a request over http',
      change: request('http://example.com/notes'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'D007',
      when: 'finds one of the sign-in',
      change: ({ definition }) =>
        (definition.authentication.oauth2Config = { authorizeUrl: { url: 'http://example.com' } }),
      finds: ['authentication'],
    },
    {
      rule: 'D007',
      when: 'finds a link over http',
      change: help('See [notes](http://example.com).'),
      finds: ['triggers.new_note contains'],
    },
    {
      rule: 'D007',
      when: 'leaves an example in backticks',
      change: help('Such as `http://example.com`.'),
      finds: [],
    },
    {
      rule: 'D008',
      when: 'finds a bare address',
      change: help('See https://example.com for more.'),
      finds: ['triggers.new_note contains'],
      says: 'backticks',
    },
    {
      rule: 'D008',
      when: 'finds one in a description',
      change: ({ newNote }) =>
        (newNote.display.description = 'Triggers when www.example.com has a note.'),
      finds: ['triggers.new_note'],
    },
    {
      rule: 'D008',
      when: 'finds a link whose bracket does not close',
      change: help('See [notes(https://example.com).'),
      finds: ['triggers.new_note contains'],
    },
    {
      rule: 'D008',
      when: 'finds a space between its parts',
      change: help('See [notes] (#top).'),
      finds: ['triggers.new_note contains'],
    },
    {
      rule: 'D008',
      when: 'finds a link that leads nowhere',
      change: help('See [notes](notes.html).'),
      finds: ['triggers.new_note contains'],
    },
    {
      rule: 'D008',
      when: 'takes links, addresses in backticks and brackets in a text',
      change: help('[Notes](https://example.com/a_(b)) or `https://example.com`, [sic].'),
      finds: [],
    },
    {
      rule: 'D025',
      when: 'finds a link that runs a script',
      change: help('See [notes](javascript:alert).'),
      finds: ['triggers.new_note contains'],
    },
    dangerous('finds an address with a password', 'https://anna:secret@example.com/', [
      'triggers.new_note',
    ]),
    dangerous('finds a private network', 'https://192.168.1.1/notes', ['triggers.new_note']),
    dangerous('finds this machine', 'https://localhost:3000/notes', ['triggers.new_note']),
    dangerous('finds a host that people type', 'https://{{bundle.inputData.host}}/notes', [
      'triggers.new_note',
    ]),
    dangerous('takes a path that people type', 'https://example.com/{{bundle.inputData.id}}', []),
  ]);
});
