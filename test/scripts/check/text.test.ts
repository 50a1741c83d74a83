import { describe, expect, test } from '@jest/globals';

import {
  readMarkdown,
  sameWords,
  titleCase,
  withoutParentheses,
  wordsOfKey,
} from '../../../scripts/check/text.ts';

describe('Title case', () => {
  test.each([
    ['new contact In list', 'New Contact in List'],
    ['find or create conversation', 'Find or Create Conversation'],
    ['log in', 'Log In'],
    ['Send SMS via WhatsApp', 'Send SMS via WhatsApp'],
    ['follow-up', 'Follow-Up'],
    ['2nd try', '2nd Try'],
  ])('of "%s" is "%s"', (text, title) => {
    expect(titleCase(text)).toBe(title);
  });

  test('leaves words alone of which style guides differ', () => {
    expect(titleCase('Remove Tags from Contact')).toBe('Remove Tags from Contact');
    expect(titleCase('Remove Tags From Contact')).toBe('Remove Tags From Contact');
  });
});

test('A label is read without its remark in parentheses', () => {
  expect(withoutParentheses('Duration (in seconds)')).toBe('Duration');
});

test.each([
  ['apiKey', ['api', 'key']],
  ['api_key', ['api', 'key']],
  ['APIKey', ['api', 'key']],
  ['contactIds', ['contact', 'ids']],
  ['custom.field-2', ['custom', 'field', '2']],
])('The words of the key %s', (key, words) => {
  expect(wordsOfKey(key)).toEqual(words);
});

test('Texts are the same but for case and marks', () => {
  expect(sameWords('E-mail address', 'email Address.')).toBe(true);
  expect(sameWords('Email', 'Email of the contact')).toBe(false);
});

describe('Markdown', () => {
  test('gives the targets of links, with brackets and titles', () => {
    const { targets, rest } = readMarkdown(
      '[a](https://a.example/x_(y)), [b](https://b.example "B")',
    );
    expect(targets).toEqual(['https://a.example/x_(y)', 'https://b.example']);
    expect(rest).not.toContain('https');
  });

  test('leaves code out', () => {
    expect(readMarkdown('`[a](https://a.example)` ``b ` c``')).toEqual({
      targets: [],
      rest: '   ',
    });
  });
});
