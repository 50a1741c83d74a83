import { visible } from './characters.ts';

const LONGEST = 40;

/** `12`, `12.5`, `.5`, `1e21`: as programs write numbers. */
const PLAIN = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** `1,234`, `1,234,567.89`: as people write them where a comma separates thousands. */
const GROUPED_BY_COMMAS = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
/** `12,34,567.89`: the same in India. */
const GROUPED_BY_LAKHS = /^[1-9]\d?(,\d{2})+,\d{3}(\.\d+)?$/;
/** `1.234,56`, `1.234.567`: where a point does. */
const GROUPED_BY_POINTS = /^[1-9]\d{0,2}(\.\d{3})+,\d+$|^[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** `1 234,56`, `1'234.50`: where a space or an apostrophe does. */
const GROUPED_BY_SPACES = /^[1-9]\d{0,2}([ '’]\d{3})+([.,]\d+)?$/;
/** `9,99`: a comma before the decimals. */
const DECIMAL_COMMA = /^\d*,\d+$/;

/**
 * The number that a text means, in the spellings of programs and of people: `9,99` is 9.99, and
 * `1.234,56` and `1 234,56` are 1234.56. A comma before exactly three digits separates thousands:
 * `1,234` is 1234.
 *
 * @returns undefined for a text that is no number, or one with more digits than a number keeps
 */
export function readNumber(typed: string): number | undefined {
  const text = inPlainSigns(typed);
  if (text.length > LONGEST) return undefined;
  const isNegative = text.startsWith('-');
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  const written = asProgramsWrite(digits);
  if (written === undefined) return undefined;
  const number = Number(isNegative ? `-${written}` : written);
  const isKept = !Number.isInteger(number) || Number.isSafeInteger(number);
  return Number.isFinite(number) && isKept ? number : undefined;
}

/** A sign of a currency or its code before the number, as in `$5`, `-$5`, `US$ 5` and `USD 5`. */
const CURRENCY_BEFORE = /^([-+]?) ?(?:[A-Z]{0,2}\p{Sc}|([A-Z]{3})) ?(?=[-+.,\d])/iu;
/** The same after it, as in `5 €` and `5 EUR`. */
const CURRENCY_AFTER = /(?<=\d) ?(?:\p{Sc}|([A-Z]{3}))$/iu;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The same of an amount, which people write with its currency: `$2,500` is 2500. */
export function readAmount(typed: string): number | undefined {
  const text = inPlainSigns(typed);
  if (text.length > LONGEST) return undefined;
  const isCurrency = (code: unknown) =>
    typeof code !== 'string' || CURRENCIES.has(code.toUpperCase());
  const amount = text.replace(CURRENCY_BEFORE, (found, sign: string, code: unknown) =>
    isCurrency(code) ? sign : found,
  );
  if (amount !== text) return readNumber(amount);
  return readNumber(
    text.replace(CURRENCY_AFTER, (found, code: unknown) => (isCurrency(code) ? '' : found)),
  );
}

/** Without what nobody sees, with plain spaces and a plain minus. */
function inPlainSigns(typed: string): string {
  return visible(typed)
    .replaceAll(/[\p{Zs}\t]/gu, ' ')
    .replace(/^[-−–]/, '-');
}

function asProgramsWrite(digits: string): string | undefined {
  if (PLAIN.test(digits)) return digits;
  if (GROUPED_BY_COMMAS.test(digits) || GROUPED_BY_LAKHS.test(digits)) {
    return digits.replaceAll(',', '');
  }
  if (GROUPED_BY_POINTS.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (GROUPED_BY_SPACES.test(digits)) return digits.replaceAll(/[ '’]/g, '').replace(',', '.');
  return DECIMAL_COMMA.test(digits) ? digits.replace(',', '.') : undefined;
}
