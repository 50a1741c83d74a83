import { clocks } from './clocks.ts';

const spoken = clocks({
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/**
 * A moment as people say it: `Tuesday, November 24 at 9:00 AM`.
 *
 * @param moment ISO 8601 with a zone
 * @param timezone an IANA name, on whose clocks the time is
 */
export function timeInWords(moment: string, timezone: string): string {
  const part = spoken(new Date(moment), timezone);
  const day = `${part('weekday')}, ${part('month')} ${part('day')}`;
  return `${day} at ${part('hour')}:${part('minute')} ${part('dayPeriod')}`;
}
