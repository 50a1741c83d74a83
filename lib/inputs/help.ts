/** Help texts for what every field of a kind takes. */

const ORDER = 'In `3/5/2027` the month comes first, in `5.3.2027` the day.';

/** For a moment. */
export const DATE_HELP = `A date and time, such as \`2027-03-05 09:00\` or \`2027-03-05T09:00:00-05:00\`. Without an offset, your Zap's time zone is used. ${ORDER}`;

/** For a day without a time. */
export const DAY_HELP = `A day, such as \`1990-12-31\`. The time is ignored. ${ORDER}`;
