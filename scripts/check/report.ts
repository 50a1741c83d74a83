import pc from 'picocolors';

import type { Outcome } from './lint.ts';

/** What was checked, for the last line. */
export interface Scope {
  ruleIds: readonly string[];
  operations: number;
}

/** The outcome as a linter prints it: operation, rule, sentence; then one line that sums it up. */
export function reportOf({ violations, excepted }: Outcome, scope: Scope): string {
  const places = [...new Set(violations.map(({ operation }) => operation))].sort();
  const lines = places.flatMap((place) => [
    pc.underline(place),
    ...table(
      violations
        .filter(({ operation }) => operation === place)
        .map(({ rule, field, message }) => [rule, field ?? '', message]),
    ),
    '',
  ]);
  const counts = `${scope.ruleIds.length} rules, ${scope.operations} operations`;
  const exceptions = excepted.length === 0 ? '' : `, ${plural(excepted.length, 'exception')}`;
  const sum =
    violations.length === 0
      ? pc.green('No findings')
      : pc.red(plural(violations.length, 'finding'));
  return [...lines, `${sum} (${counts}${exceptions}).`].join('\n');
}

function table(rows: [rule: string, field: string, message: string][]): string[] {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const [rules, fields] = [width(0), width(1)];
  return rows.map(([rule, field, message]) => {
    const name = fields === 0 ? '' : `${field.padEnd(fields)}  `;
    return `  ${pc.red(rule.padEnd(rules))}  ${name}${message}`;
  });
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
