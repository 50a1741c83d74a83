import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { visible } from './characters.ts';
import { refused } from './refusal.ts';

/** A phone number as a person typed it. */
export interface TypedPhone {
  /** E.164, such as `+15550100123`, where a country code was typed. */
  number?: string;
  /** The digits alone, without a leading zero for calls within the country. */
  digits: string;
}

/** Reads a number without country code as the sub-account's country does, into E.164. */
export type NationalReader = (typed: string, label: string) => string;

const LONGEST = 60;
const FEWEST_DIGITS = 6;

const WHAT = 'a phone number with its country code, such as +15550100123';

/**
 * Reads a phone number in any common spelling: `+1 (555) 010-0123`, `0015550100123`, `555-010-0123`,
 * `tel:+1-555-010-0123`.
 *
 * @throws errors.Error when it holds letters, too few or too many digits
 */
export function readPhone(typed: string, label: string): TypedPhone {
  const number = diallable(typed, label);
  return number.startsWith('+')
    ? { number, digits: number.slice(1) }
    : { digits: number.replace(/^0+/, '') };
}

/** The digits of a number, after a plus where a country code was typed. */
function diallable(typed: string, label: string): string {
  const number = withoutSpelling(typed);
  if (/^\+?\d{1,5}$/.test(number)) {
    throw refused(label, `a phone number of at least ${FEWEST_DIGITS} digits`, typed, {
      code: 'invalid_phone',
    });
  }
  if (!DIALLABLE.test(number)) throw noPhone(typed, label);
  return number;
}

const DIALLABLE = /^\+?\d{6,15}$/;

/** A number without what people write between its digits. */
function withoutSpelling(typed: string): string {
  const text = typed.length > LONGEST ? '' : visible(typed);
  // In +44 (0)20 7946 0000 the zero is for calls within the country.
  return text
    .replace(/^(tel|sms|whatsapp):/i, '')
    .replace(/^\s*(\+|00)([\d\s]+)\(0\)/, '$1$2')
    .replaceAll(/[\p{Zs}\t().\p{Pd}/]/gu, '')
    .replace(/^00/, '+');
}

/**
 * A phone number in E.164, one without country code as the sub-account's country reads it.
 *
 * @throws errors.Error when it is none
 */
export function readFullPhone(typed: string, label: string, national: NationalReader): string {
  const { number } = readPhone(typed, label);
  if (number === undefined) return national(typed, label);
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.isPossible()) return parsed.number;
  throw refused(label, 'a phone number with as many digits as its country has', typed, {
    code: 'invalid_phone',
  });
}

/**
 * Reads numbers without country code in a country.
 *
 * @param country two letters, such as `US`
 */
export function nationalReader(country: string | null): NationalReader {
  return (typed, label) => {
    const region = country?.toUpperCase() ?? '';
    const number = isSupportedCountry(region)
      ? parsePhoneNumberFromString(diallable(typed, label), region)
      : undefined;
    if (number?.isPossible()) return number.number;
    throw noPhone(typed, label);
  };
}

/** Whether the number of a record can only be read in a country: it has no plus. */
export function lacksCountryCode(text: string): boolean {
  return /^\d{6,15}$/.test(withoutSpelling(text));
}

/**
 * The number of a record in E.164: HighLevel stores some without the plus, or without the country
 * code. Undefined for what is no whole number, such as a short code.
 *
 * @param country in which a number without its country code is read: two letters, such as `US`
 */
export function recordedNumber(text: string, country: string | null): string | undefined {
  const number = withoutSpelling(text);
  if (!DIALLABLE.test(number)) return undefined;
  const region = country?.toUpperCase() ?? '';
  const readings = number.startsWith('+')
    ? [parsePhoneNumberFromString(number)]
    : [
        isSupportedCountry(region) ? parsePhoneNumberFromString(number, region) : undefined,
        parsePhoneNumberFromString(`+${number}`),
      ];
  return readings.find((reading) => reading?.isPossible())?.number;
}

/** A number without its country code has this many digits at least. */
const FEWEST_NATIONAL = 7;

/** Whether two numbers are one and the same, where one of them may lack its country code. */
export function isSameNumber(one: string, other: string): boolean {
  const digits = [one, other].map((number) => number.replaceAll(/\D/g, '').replace(/^0+/, ''));
  const [short = '', long = ''] = digits.toSorted((a, b) => a.length - b.length);
  return short === long || (short.length >= FEWEST_NATIONAL && long.endsWith(short));
}

function noPhone(typed: string, label: string): Error {
  return refused(label, WHAT, typed, { code: 'invalid_phone' });
}
