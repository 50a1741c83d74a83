/**
 * The clocks of time zones, read as the options say.
 *
 * @returns the parts of a moment (`year`, `hour` and so on) on the clocks of a zone, by their names; a part
 *   that the options do not ask for is empty. A zone is an IANA name; another throws a RangeError.
 */
export function clocks(
  options: Intl.DateTimeFormatOptions,
): (moment: Date, timezone: string) => (part: Intl.DateTimeFormatPartTypes) => string {
  // Making a format takes longer than many uses of it.
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (moment, timezone) => {
    let format = formats.get(timezone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: timezone });
      formats.set(timezone, format);
    }
    const parts = format.formatToParts(moment);
    return (part) => parts.find(({ type }) => type === part)?.value ?? '';
  };
}
