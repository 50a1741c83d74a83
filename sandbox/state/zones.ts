const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, made);
  return made;
}

/** Within one no zone's clocks are changed; some were, until 2011. */
const QUARTER_MS = 15 * 60_000;

const offsets = new Map<string, string>();

/** How far a zone's clocks are ahead of UTC at a moment, as `-05:00`. Formatting a moment takes long. */
function offsetOf(zone: string, at: number): string {
  const quarter = `${zone} ${Math.floor(at / QUARTER_MS)}`;
  const offset = offsets.get(quarter) ?? formattedOffset(zone, at);
  offsets.set(quarter, offset);
  return offset;
}

function formattedOffset(zone: string, at: number): string {
  const part = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return /[+-]\d\d:\d\d/.exec(part?.value ?? '')?.[0] ?? '+00:00';
}

function offsetMs(zone: string, at: number): number {
  const offset = offsetOf(zone, at);
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Whether a name is one of the time zone database. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

const wallClock = (zone: string, at: number): string =>
  new Date(at + offsetMs(zone, at)).toISOString().slice(0, 19);

/** A moment as a zone's clocks show it, with their offset: `2026-08-03T10:00:00-05:00`. */
export const isoIn = (zone: string, at: number): string =>
  `${wallClock(zone, at)}${offsetOf(zone, at)}`;

/** The same without an offset: `2026-08-03 10:00:00`. */
export const localText = (zone: string, at: number): string =>
  wallClock(zone, at).replace('T', ' ');

/** The day that a zone's calendars show: `2026-08-03`. */
export const dayIn = (zone: string, at: number): string => wallClock(zone, at).slice(0, 10);

/** The moment at which a zone's clocks show a number of minutes after midnight on a day. */
export function momentIn(zone: string, day: string, minutes: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const near = asUtc - offsetMs(zone, asUtc);
  return asUtc - offsetMs(zone, near);
}
