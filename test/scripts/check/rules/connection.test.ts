import { describe } from '@jest/globals';

import { connectionRules } from '../../../../scripts/check/rules/connection.ts';
import { testRules } from '../rule-cases.ts';

describe('The rules about the connection', () => {
  testRules(connectionRules, [
    {
      rule: 'D001',
      when: 'finds a secret among the inputs of a step',
      change: ({ addNote }) => addNote.operation.inputFields.push({ key: 'api_key', label: 'Key' }),
      finds: ['creates.add_note api_key'],
    },
    {
      rule: 'D001',
      when: 'finds one in a field that a function makes',
      change: () => undefined,
      forms: {
        'creates.add_note': [
          {
            inputData: { channel: 'email' },
            fields: [
              {
                key: 'smtpPassword',
                label: 'Password',
                helpText: '',
                type: 'string',
                required: false,
                isList: false,
                raw: { key: 'smtpPassword' },
                children: [],
              },
            ],
          },
        ],
      },
      finds: ['creates.add_note smtpPassword'],
    },
    {
      rule: 'D001',
      when: 'finds a field of type password, once for all forms',
      change: ({ findNote }) =>
        findNote.operation.inputFields.push({ key: 'pin', label: 'Pin', type: 'password' }),
      finds: ['searches.find_note pin'],
    },
    {
      rule: 'D001',
      when: 'leaves words that only look like secrets',
      change: ({ addNote }) =>
        addNote.operation.inputFields.push(
          { key: 'keyword', label: 'Keyword' },
          { key: 'tokenCount', label: 'Token Count' },
        ),
      finds: [],
    },
    {
      rule: 'D002',
      when: 'finds help without a link',
      change: ({ definition }) =>
        definition.authentication.fields.push({ key: 'region', label: 'Region', helpText: 'EU' }),
      finds: ['authentication region'],
    },
    {
      rule: 'D002',
      when: 'leaves what the sign-in computes',
      change: ({ definition }) =>
        definition.authentication.fields.push({ key: 'region', computed: true }),
      finds: [],
    },
    {
      rule: 'D003',
      when: 'finds no label',
      change: ({ definition }) => delete definition.authentication.connectionLabel,
      finds: ['authentication'],
    },
    {
      rule: 'D003',
      when: "finds the app's name",
      change: ({ definition }) => (definition.authentication.connectionLabel = 'HighLevel'),
      finds: ['authentication'],
      says: "app's name",
    },
    {
      rule: 'D003',
      when: 'finds a label that is the same for all',
      change: ({ definition }) => (definition.authentication.connectionLabel = 'My account'),
      finds: ['authentication'],
      says: 'every account',
    },
    {
      rule: 'D003',
      when: 'finds a secret in it',
      change: ({ definition }) =>
        (definition.authentication.connectionLabel = '{{name}} {{bundle.authData.access_token}}'),
      finds: ['authentication'],
      says: 'secret',
    },
    {
      rule: 'D026',
      when: 'finds a domain that may be anything',
      change: ({ definition }) =>
        definition.authentication.fields.push({ key: 'subdomain', label: 'Subdomain' }),
      finds: ['authentication subdomain'],
    },
    {
      rule: 'D026',
      when: 'takes one with an input format',
      change: ({ definition }) =>
        definition.authentication.fields.push({
          key: 'subdomain',
          inputFormat: 'https://{{input}}.example.com',
        }),
      finds: [],
    },
  ]);
});
