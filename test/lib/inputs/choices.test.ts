import { describe, expect, test } from '@jest/globals';

import { Choices } from '../../../lib/inputs/choices.ts';

const rights = new Choices({
  key: 'rights',
  label: 'Rights',
  choices: { seeAll: 'Campaigns', readOnly: 'Campaigns, Read Only', 'no-answer': 'No Answer' },
});

describe('A choice', () => {
  test.each([
    ['seeAll', 'seeAll'],
    ['SEEALL', 'seeAll'],
    [' campaigns,  read only ', 'readOnly'],
    ['no answer', 'no-answer'],
    ['no-answer', 'no-answer'],
    ['Campaigns\u200b', 'seeAll'],
  ])('is known by its value or its label in any case: %j', (typed, value) => {
    expect(rights.read(typed)).toBe(value);
  });

  test('of another field is refused with the label and the choices', () => {
    expect(() => rights.read('All')).toThrow(
      /\\"Rights\\" cannot be \\"All\\"\. Choose one of these: Campaigns; Campaigns, Read Only; No Answer\./,
    );
  });

  test('of many is refused with some of them', () => {
    const many = Array.from({ length: 57 }, (_, index) => `Choice number ${index}`);
    const choices = new Choices({ key: 'type', label: 'Type', choices: many });
    expect(() => choices.read('x')).toThrow(/Choice number 0, .* and \d+ more\./);
    expect(choices.read('choice number 56')).toBe('Choice number 56');
  });
});

test.each([
  ['Campaigns, No Answer', ['Campaigns', ' No Answer']],
  ['Campaigns, Read Only, Campaigns', ['Campaigns, Read Only', ' Campaigns']],
  ['Campaigns\nNo Answer', ['Campaigns', 'No Answer']],
  ['Campaigns, Birds', ['Campaigns', ' Birds']],
  ['Campaigns;No Answer; Birds', ['Campaigns', 'No Answer', ' Birds']],
  ['Campaigns, Read Only;Campaigns, Birds', ['Campaigns, Read Only', 'Campaigns', ' Birds']],
  ['Cats, big', ['Cats, big']],
  ['Cats; big', ['Cats; big']],
])('several in one text are told apart, whose labels may have commas: %j', (text, parts) => {
  expect(rights.split(text)).toEqual(parts);
});

test('choices may be listed as pairs, as texts, or by a function that needs no request', () => {
  const pairs = [{ value: 'a', sample: 'a', label: 'First' }];
  expect(new Choices({ key: 'x', choices: pairs }).read('first')).toBe('a');
  const perform = Object.assign(() => [], { fixed: () => [{ id: 'b', name: 'Second' }] });
  expect(new Choices({ key: 'x', choices: { perform } }).read('SECOND')).toBe('b');
  expect(new Choices({ key: 'x', choices: { perform: () => [] } }).find('Second')).toBeUndefined();
});
