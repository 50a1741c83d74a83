/** How many statement texts are kept prepared; beyond it they are sent as they are. */
export const MOST_PREPARED = 200;

/**
 * Whether to prepare a statement: parsing and planning a long one takes longer than running it.
 * Without values a text may be several statements, as pg-boss's migrations are, or no query at all;
 * the long ones that come again and again begin with a common table expression.
 */
export function isWorthPreparing(text: string, values: readonly unknown[] = []): boolean {
  return values.length > 0 || (/^\s*WITH\b/.test(text) && !text.includes(';'));
}
