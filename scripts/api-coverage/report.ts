import { isServed, type Coverage, type Row } from './coverage.ts';
import { labelOf } from './own.ts';

/** So many operations are named for an endpoint; some are reached by most steps. */
const MOST_NAMED = 6;

/** What serves an endpoint or event, or why nothing does. */
export function wordsFor({ operations, beside, reason, name }: Row): string {
  const labels = [...new Set(operations.map(labelOf))];
  const named = labels.slice(0, MOST_NAMED);
  const rest = labels.length - named.length;
  const all = [...named, ...(rest > 0 ? [`${rest} more`] : []), ...(beside ? [beside] : [])];
  if (all.length > 0) return all.join(', ');
  return reason ?? `No reason is given: add ${name} to scripts/api-coverage/reasons.ts.`;
}

/** How many of some rows are served. */
export function countOf(rows: readonly Row[]): string {
  return `${rows.filter(isServed).length} of ${rows.length}`;
}

/** The rows that are neither served nor explained. */
export function unexplained({ areas, events }: Coverage): Row[] {
  return [...areas.flatMap(({ rows }) => rows), ...events].filter(
    (row) => !isServed(row) && row.reason === undefined,
  );
}

/** The coverage for a terminal. */
export function coverageText(coverage: Coverage): string {
  const part = (title: string, rows: readonly Row[]) => [
    `${title}: ${countOf(rows)}`,
    ...rows.map((row) => `  ${isServed(row) ? '+' : '-'} ${row.name}: ${wordsFor(row)}`),
    '',
  ];
  return [
    ...coverage.areas.flatMap(({ area, rows }) => part(area, rows)),
    ...part('Events with a trigger of their own', coverage.events),
    ...part('Endpoints that no document lists', coverage.undocumented),
  ].join('\n');
}

/** The coverage as a page: docs/coverage.md. */
export function coverageDocument(coverage: Coverage): string {
  const { areas, events, undocumented } = coverage;
  const all = areas.flatMap(({ rows }) => rows);
  return [
    '# Coverage',
    "What of HighLevel's API this integration uses: every documented endpoint of its areas and every documented webhook event, with the operations that use it, or why none does. `npm run coverage` prints the same; with `--openapi DIR` and `--webhooks DIR` it goes by HighLevel's own files in those folders. This page is made by `npm run docs`.",
    `Endpoints: ${countOf(all)}. Events with a trigger of their own: ${countOf(events)}. Any other event that comes to a sub-account starts Zaps by [Other Event](operations/api.md).`,
    '## Events',
    tableOf('Event', events),
    '## Endpoints',
    ...areas.flatMap(({ area, rows }) => [
      `### ${area}`,
      `${countOf(rows)}.`,
      tableOf('Endpoint', rows),
    ]),
    '## Endpoints that no document lists',
    tableOf('Endpoint', undocumented),
    '',
  ].join('\n\n');
}

function tableOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `| \`${row.name}\` | ${isServed(row) ? '' : '_No._ '}${wordsFor(row)} |`,
  );
  return [`| ${title} | Used by |`, '| --- | --- |', ...lines].join('\n');
}
