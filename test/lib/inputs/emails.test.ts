import { describe, expect, test } from '@jest/globals';

import { readEmail, readSender, splitEmails } from '../../../lib/inputs/emails.ts';

describe('An email address', () => {
  test.each([
    ['anna@example.com', 'anna@example.com'],
    [' Anna@Example.COM ', 'anna@example.com'],
    ['Anna Example <anna@example.com>', 'anna@example.com'],
    ['"Example, Anna" <anna@example.com>', 'anna@example.com'],
    ['Example, Anna <anna@example.com>', 'anna@example.com'],
    ['<anna@example.com>', 'anna@example.com'],
    ['mailto:anna@example.com', 'anna@example.com'],
    ['anna\u200b@example.com\u00a0', 'anna@example.com'],
    ['\u2068anna@example.com\u2069', 'anna@example.com'],
    ["o'brien+news@mail.example.co.uk", "o'brien+news@mail.example.co.uk"],
    ['anna@exämple.de', 'anna@exämple.de'],
  ])('is read of %j', (typed, address) => {
    expect(readEmail(typed, 'To')).toBe(address);
  });

  test.each([
    ['Sam'],
    ['a@b'],
    ['a@b.c, d@e.f'],
    ['a@b.c; d@e.f'],
    ['a@b.c d@e.f'],
    ['a@x.co\r\nBcc: e@f.g'],
    ['Sam\r\nBcc: e@f.g <a@x.co>'],
    ['a@b@c.de'],
    ['a..b@example.com'],
    ['.a@example.com'],
    ['a.@example.com'],
    ['a@-example.com'],
    ['a@example..com'],
    ['a@example.com>'],
    ['a b@example.com'],
    [`${'a'.repeat(65)}@example.com`],
    ['\ud83d@example.com'],
    ['a@example.com\0'],
  ])('is not read of %j', (typed) => {
    expect(() => readEmail(typed, 'To')).toThrow(
      /\\"To\\" must be one email address, such as name@example.com, and is \\"/,
    );
  });
});

describe('A sender', () => {
  test.each([
    ['Sam <Sam@example.com>', 'Sam <sam@example.com>'],
    ['sam@example.com', 'sam@example.com'],
    ['"Example, Sam" <sam@example.com>', '"Example, Sam" <sam@example.com>'],
    ['Example, Sam <sam@example.com>', '"Example, Sam" <sam@example.com>'],
    ['Zoë & Co. <hello@example.com>', 'Zoë & Co. <hello@example.com>'],
    ['<sam@example.com>', 'sam@example.com'],
  ])('keeps its name: %j', (typed, sender) => {
    expect(readSender(typed, 'From')).toBe(sender);
  });

  test.each([['Sam'], ['a@b.cd, e@f.gh'], ['a@x.co\r\nBcc: e@f.gh'], ['a@b.cd <e@f.gh>']])(
    'is not read of %j',
    (typed) => {
      expect(() => readSender(typed, 'From')).toThrow(/\\"From\\" must be one email address/);
    },
  );
});

test.each([
  ['a@b.cd', ['a@b.cd']],
  ['a@b.cd, e@f.gh', ['a@b.cd', ' e@f.gh']],
  ['a@b.cd;e@f.gh', ['a@b.cd', 'e@f.gh']],
  ['a@b.cd\r\ne@f.gh', ['a@b.cd', '', 'e@f.gh']],
  ['Example, Anna <a@b.cd>, e@f.gh', ['Example, Anna <a@b.cd>', ' e@f.gh']],
  ['"A; B" <a@b.cd>,"C, D" <e@f.gh>', ['"A; B" <a@b.cd>', '"C, D" <e@f.gh>']],
])('%j holds %j', (text, addresses) => {
  expect(splitEmails(text)).toEqual(addresses);
});
