import { readDate } from './dates.ts';
import { localTime } from './local_time.ts';

/**
 * The day that a person's date means, as `1990-05-17`: the day that is written, whatever zone follows
 * it; where it is written otherwise, the day on the clocks of the person's time zone.
 *
 * @param label the field's label, for the error
 * @param timezone an IANA name, from `bundle.meta.timezone`
 * @throws errors.Error when it cannot be read as a date
 */
export function readDay(value: string, label: string, timezone: string | null | undefined): string {
  const moment = readDate(value, label, timezone);
  const written = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
  return written ?? localTime(moment.toISOString(), timezone).slice(0, 10);
}
