/** The digits of a phone number, for comparing. */
export const digits = (text: string): string => text.replace(/\D/g, '');

/** E.164 of a number as people type it (North America where no country is named); undefined when it is none. */
export function toE164(text: string): string | undefined {
  const number = digits(text);
  if (/[a-z]/i.test(text)) return undefined;
  if (text.trim().startsWith('+')) {
    return number.length >= 7 && number.length <= 15 ? `+${number}` : undefined;
  }
  if (number.length === 10) return `+1${number}`;
  return number.length === 11 && number.startsWith('1') ? `+${number}` : undefined;
}

export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

export const isEmail = (text: string): boolean => /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(text);
