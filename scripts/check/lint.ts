import type { Exception } from './exceptions.ts';
import type { Violation } from './rule.ts';

/** What remains of a check once exceptions are taken into account. */
export interface Outcome {
  /** What must be mended. */
  violations: Violation[];
  /** What stays, with the reason that is on record. */
  excepted: { violation: Violation; exception: Exception }[];
}

/** The rule under which an exception that no longer applies is reported. */
const STALE = 'exception-applies';

/**
 * Sets violations apart that are on record as exceptions. An exception without a violation becomes
 * one itself.
 *
 * @param ran the rules that were checked in full: their exceptions must apply
 */
export function applyExceptions(
  violations: readonly Violation[],
  exceptions: readonly Exception[],
  ran: ReadonlySet<string> = new Set(),
): Outcome {
  const outcome: Outcome = { violations: [], excepted: [] };
  const used = new Set<string>();
  for (const violation of violations) {
    const exception = exceptions.find((one) => isAbout(one, violation));
    if (!exception) {
      outcome.violations.push(violation);
      continue;
    }
    used.add(placeOf(exception, violation.operation));
    outcome.excepted.push({ violation, exception });
  }
  for (const exception of exceptions.filter(({ rule }) => ran.has(rule))) {
    const { rule, field, operations } = exception;
    for (const operation of operations) {
      if (used.has(placeOf(exception, operation))) continue;
      outcome.violations.push({
        rule: STALE,
        operation,
        ...(field === undefined ? {} : { field }),
        message: `The exception of ${rule} no longer applies. Take it out of the list.`,
      });
    }
  }
  return outcome;
}

function isAbout(exception: Exception, { rule, operation, field }: Violation): boolean {
  return (
    exception.rule === rule && exception.field === field && exception.operations.includes(operation)
  );
}

function placeOf({ rule, field }: Exception, operation: string): string {
  return [rule, operation, field].join(' ');
}
