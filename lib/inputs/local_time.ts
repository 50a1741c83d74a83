import { clocks } from '../../resources/clocks.ts';

const written = clocks({
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * A moment as people write it, `2026-11-20 10:02`, on the clocks of a time zone.
 *
 * @param moment an ISO 8601 date with a zone
 * @param timezone an IANA name such as `America/New_York`; UTC without one
 */
export function localTime(moment: string, timezone: string | null | undefined): string {
  const part = written(new Date(moment), timezone || 'UTC');
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

const MINUTE = 60_000;

/**
 * A moment in ISO 8601 with the offset of a time zone: `2026-11-20T10:02:00-05:00`.
 *
 * @param moment an ISO 8601 date with a zone
 * @param timezone an IANA name such as `America/New_York`
 */
export function withOffset(moment: string, timezone: string): string {
  const [day = '', clock = ''] = localTime(moment, timezone).split(' ');
  const time = Math.floor(Date.parse(moment) / MINUTE) * MINUTE;
  const ahead = (Date.parse(`${day}T${clock}:00Z`) - time) / MINUTE;
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const offset = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
  const seconds = new Date(moment).toISOString().slice(17, 19);
  return `${day}T${clock}:${seconds}${ahead < 0 ? '-' : '+'}${offset}`;
}
