/**
 * A moment as people write it, `2026-11-20 10:02`, on the clocks of a time zone.
 *
 * @param moment an ISO 8601 date with a zone
 * @param timezone an IANA name such as `America/New_York`; UTC without one
 */
export function localTime(moment: string, timezone: string | null | undefined): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone || 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
