import { errors } from 'zapier-platform-core';

const HAS_TIME = /\d{1,2}:\d{2}/;
const HAS_ZONE = /(Z|UTC|GMT|\b[ECMP][SD]T|[+-]\d{2}:?\d{2})( \(.*\))?$/i;

/**
 * The moment that a person's date means: what Zapier's date field gives (ISO 8601 with a zone), a
 * date or time without a zone (then in the person's own time zone), or seconds or milliseconds since
 * 1970.
 *
 * @param label the field's label, for the error
 * @param timezone an IANA name such as `America/New_York`, from `bundle.meta.timezone`
 * @throws errors.Error when it cannot be read as a date
 */
export function readDate(value: string, label: string, timezone: string | null | undefined): Date {
  const text = value.trim();
  const date = /^\d{10}(\d{3})?$/.test(text)
    ? new Date(text.length === 10 ? Number(text) * 1000 : Number(text))
    : HAS_TIME.test(text) && HAS_ZONE.test(text)
      ? new Date(text)
      : inTimezone(text, timezone || 'UTC');
  if (Number.isNaN(date.getTime())) {
    throw new errors.Error(
      `"${label}" is not a date that can be read: "${value}". ` +
        'Use a date and time such as 2026-11-24 09:00, or map a date from an earlier step.',
      'invalid_date',
    );
  }
  return date;
}

/** The moment at which a clock in the time zone shows the given wall time. */
function inTimezone(wallTime: string, timezone: string): Date {
  const asUtc = new Date(HAS_TIME.test(wallTime) ? `${wallTime}Z` : wallTime);
  const readable = Number.isNaN(asUtc.getTime()) ? new Date(`${wallTime} UTC`) : asUtc;
  if (Number.isNaN(readable.getTime())) return readable;
  const guess = readable.getTime() - offsetAt(readable.getTime(), timezone);
  // Near a change of the clocks the first guess may lie on its other side.
  return new Date(readable.getTime() - offsetAt(guess, timezone));
}

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}
