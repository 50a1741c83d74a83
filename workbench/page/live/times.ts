const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** A time of day to the millisecond, where this browser is. @param iso ISO 8601 */
export function timeOf(iso: string): string {
  return TIME.format(new Date(iso));
}

/** How long after another time, such as "+12 ms" or "+3.4 s". */
export function since(start: string, iso: string): string {
  const ms = Math.max(0, Date.parse(iso) - Date.parse(start));
  return ms < 1000 ? `+${ms} ms` : `+${(ms / 1000).toFixed(1)} s`;
}
