/** Help texts for what every field of a kind takes. */

/** Zapier reads what is typed into a date field before a step does, and both read a slash this way. */
const ORDER = '`3/5/2027` means March 5.';

/** For a moment. */
export const DATE_HELP = `A date and time, such as \`2027-03-05 9:00 AM\` or \`tomorrow at 9am\`. Without a time, 12:00 AM is used. If you don't include a time zone, your Zap's is used. ${ORDER}`;

/** For a moment that is mostly reckoned from when the Zap runs. */
export const MOVING_DATE_HELP =
  'For a time such as 30 days ago, map the result of a Formatter step.';

/** For a day without a time. */
export const DAY_HELP = `A day, such as \`2027-03-05\`. The time is ignored. ${ORDER}`;
