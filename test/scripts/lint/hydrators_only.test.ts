import { describe, expect, test } from '@jest/globals';
import { Linter, type Rule } from 'eslint';

const RULE = new URL('../../../scripts/lint/hydrators-only.mjs', import.meta.url);

// A script comes without types; ESLint itself says so where it is no rule.
const { default: hydratorsOnly } = (await import(RULE.href)) as { default: Rule.RuleModule };

const IMPORTS = `
import * as hydrators from '../contacts/hydrators.ts';
import { email } from './hydrators.ts';
import * as contacts from '../contacts/contacts.ts';
import { readEmail } from './read.ts';
`;

function messages(code: string): string[] {
  const linter = new Linter();
  const found = linter.verify(`${IMPORTS}\n${code}`, {
    plugins: { project: { rules: { 'hydrators-only': hydratorsOnly } } },
    rules: { 'project/hydrators-only': 'error' },
  });
  return found.map(({ message }) => message);
}

describe('hydrators-only', () => {
  test.each([
    ['z.dehydrate(hydrators.contact, { contactId })'],
    ['z.dehydrateFile(email, { url })'],
    ["z['dehydrate'](hydrators['contact'], { contactId })"],
    ['hydrate(readEmail)'],
  ])('accepts %s', (code) => {
    expect(messages(code)).toEqual([]);
  });

  test.each([
    ['z.dehydrate(readEmail, { id })'],
    ['z.dehydrate(contacts.read, { id })'],
    ['z.dehydrate(App.triggers.contact_list.operation.perform, { id })'],
    ['z.dehydrateFile((z, bundle) => read(z, bundle), { id })'],
    ["z['dehydrate'](readEmail, { id })"],
    ['const point = (z, hydrators) => z.dehydrate(hydrators.contact, {})'],
    ['const point = (z, email) => z.dehydrate(email, {})'],
    ['z.dehydrate()'],
  ])('refuses %s', (code) => {
    expect(messages(code)).toEqual([expect.stringMatching(/takes a function imported from/)]);
  });

  test.each([
    ['const { dehydrate } = z'],
    ['const point = ({ dehydrateFile: point }) => point(email)'],
    ['const point = z.dehydrate'],
    ['z.dehydrate.call(z, email)'],
    ['use(z.dehydrateFile)'],
  ])('refuses a way around it: %s', (code) => {
    expect(messages(code)).toEqual([expect.stringMatching(/^Call z\.dehydrate(File)? directly/)]);
  });
});
