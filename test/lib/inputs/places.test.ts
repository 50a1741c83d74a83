import { expect, test } from '@jest/globals';

import { readCountry, readLanguage, readTimezone } from '../../../lib/inputs/places.ts';

test.each([
  ['US', 'US'],
  ['us', 'US'],
  ['United States', 'US'],
  ['USA', 'US'],
  ['uk', 'GB'],
  ['France', 'FR'],
  ['Serbia', 'RS'],
  ['germany', 'DE'],
])('%s is the country %s', (typed, code) => {
  expect(readCountry(typed, 'Country')).toBe(code);
});

test.each([['XX'], ['Atlantis'], ['EU'], ['Europe'], ['YU']])('%s is no country', (typed) => {
  expect(() => readCountry(typed, 'Country')).toThrow(/\\"Country\\" must be a country/);
});

test.each([
  ['America/New_York', 'America/New_York'],
  ['america/new york', 'America/New_York'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['US/Eastern', 'US/Eastern'],
  ['UTC', 'UTC'],
])('%s is the time zone %s', (typed, name) => {
  expect(readTimezone(typed, 'Time Zone')).toBe(name);
});

test.each([['Mars/Olympus'], ['+02:00'], ['New York'], ['5']])('%s is no time zone', (typed) => {
  expect(() => readTimezone(typed, 'Time Zone')).toThrow(/\\"Time Zone\\" must be a time zone/);
});

test.each([
  ['EN', 'en'],
  ['pt_br', 'pt-BR'],
  ['fil', 'fil'],
])('%s is the language %s', (typed, code) => {
  expect(readLanguage(typed, 'Language')).toBe(code);
});

test.each([['English please'], ['e'], ['en-'], ['../x']])('%s is no language', (typed) => {
  expect(() => readLanguage(typed, 'Language')).toThrow(/\\"Language\\" must be a language/);
});
