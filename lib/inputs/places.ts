import { visible } from './characters.ts';
import { refused } from './refusal.ts';

const LONGEST = 100;

/**
 * A time zone by its IANA name in any case, such as `America/New_York`; older names too.
 *
 * @throws errors.Error when no time zone has the name
 */
export function readTimezone(typed: string, label: string): string {
  const name = visible(typed).replaceAll(' ', '_');
  const known = zones().get(name.toLowerCase());
  if (known !== undefined) return known;
  if (name.length < LONGEST && /^[a-z]/i.test(name) && isTimezone(name)) return name;
  throw refused(label, 'a time zone, such as America/New_York', typed);
}

let zonesByName: ReadonlyMap<string, string> | undefined;

function zones(): ReadonlyMap<string, string> {
  zonesByName ??= new Map(
    Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]),
  );
  return zonesByName;
}

/** The name that was last found to be one: a step asks of its own again and again. */
let lastTimezone: string | undefined;

/** Whether a text names a time zone. */
export function isTimezone(name: string): boolean {
  if (name === lastTimezone) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    lastTimezone = name;
    return true;
  } catch {
    return false;
  }
}

/** What people write in place of a country's name in the Unicode tables. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u.k.': 'GB',
  england: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
};

/** Codes that stand for no country. */
const NO_COUNTRIES = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

/**
 * A country by its two letters or its English name, as the two letters.
 *
 * @throws errors.Error when no country has the name
 */
export function readCountry(typed: string, label: string): string {
  const name = visible(typed).toLowerCase();
  const code = countries().get(name);
  if (code !== undefined) return code;
  throw refused(label, 'a country by its two letters, such as US or GB', typed);
}

let codesByName: ReadonlyMap<string, string> | undefined;

function countries(): ReadonlyMap<string, string> {
  codesByName ??= new Map([...namedCountries(), ...Object.entries(OTHER_NAMES)]);
  return codesByName;
}

function namedCountries(): [string, string][] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRIES.includes(code) && isCurrent(code))
    .flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name === undefined
        ? []
        : [
            [code.toLowerCase(), code],
            [name.toLowerCase(), code],
          ];
    });
}

/** Unicode keeps the codes of countries that are gone, such as YU, each with its successor. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/**
 * A language by its code, such as `en` or `pt-BR`.
 *
 * @throws errors.Error when it is none
 */
export function readLanguage(typed: string, label: string): string {
  const code = visible(typed).replace('_', '-');
  if (/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(code)) return Intl.getCanonicalLocales(code).join('');
  throw refused(label, 'a language by its code, such as en or pt-BR', typed);
}
