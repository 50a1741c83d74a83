import { errors } from 'zapier-platform-core';

/** A phone number as a person typed it. */
export interface TypedPhone {
  /** E.164, such as `+15550100123`, where a country code was typed. */
  number?: string;
  /** The digits alone, without a leading zero for calls within the country. */
  digits: string;
}

/**
 * Reads a phone number in any common spelling: `+1 (555) 010-0123`, `0015550100123`, `555-010-0123`.
 *
 * @throws errors.Error when it holds letters, too few or too many digits
 */
export function readPhone(typed: string, label: string): TypedPhone {
  // In +44 (0)20 7946 0000 the zero is for calls within the country.
  const bare = typed
    .replaceAll(/^\s*(\+|00)([\d\s]+)\(0\)/g, '$1$2')
    .replaceAll(/[\s().\p{Pd}/]/gu, '');
  const international = bare.replace(/^00/, '+');
  if (!/^\+?\d{6,15}$/.test(international)) {
    throw new errors.Error(
      `"${label}" is no phone number: "${typed}". Use one with its country code, such as +15550100123.`,
      'invalid_phone',
    );
  }
  return international.startsWith('+')
    ? { number: international, digits: international.slice(1) }
    : { digits: international.replace(/^0+/, '') };
}

/**
 * A phone number for sending, where the country code must be there.
 *
 * @throws errors.Error when it is missing
 */
export function readInternationalPhone(typed: string, label: string): string {
  const { number } = readPhone(typed, label);
  if (number) return number;
  throw new errors.Error(
    `"${label}" lacks its country code: "${typed}". Write it as in +15550100123.`,
    'invalid_phone',
  );
}
