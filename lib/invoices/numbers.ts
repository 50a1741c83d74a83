import { isSameName } from '../inputs/characters.ts';

/** `INV-42`, `42`, `#42`: what may be the number of a bill. */
const NUMBER = /^#?[\p{L}\d/-]*\d$/u;

/** Whether a text may be the number of an invoice or an estimate. */
export function looksLikeNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a bill has a number, typed with its prefix or without. */
export function isNumbered(number: string | null, typed: string): boolean {
  const wanted = typed.replace('#', '');
  const digits = /\d+$/.exec(number ?? '')?.[0];
  return (
    isSameName(number ?? '', wanted) || (digits !== undefined && Number(digits) === Number(wanted))
  );
}
