const UNITS: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
};
const ADJUSTMENT = /\s+([+-])(\d+)([wdhms])(?=\s|$)/g;

/**
 * What Zapier makes of the text in a date field: ISO 8601, after adding or taking away what stands
 * behind it, as in `2026-11-20T08:00:00Z -1d +2h`. Text that is no date stays as it is.
 *
 * https://help.zapier.com/hc/en-us/articles/8496259603341-Different-field-types-in-Zaps
 */
export function readDateField(text: string): string {
  const adjustments = [...text.matchAll(ADJUSTMENT)];
  const date = Date.parse(text.replaceAll(ADJUSTMENT, '').trim());
  if (Number.isNaN(date)) return text;
  const moved = adjustments.reduce((at, [, sign, amount, unit]) => {
    const distance = Number(amount) * (UNITS[unit ?? ''] ?? 0);
    return sign === '-' ? at - distance : at + distance;
  }, date);
  return new Date(moved).toISOString();
}
