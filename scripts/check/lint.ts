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
  const used = new Set<Exception>();
  for (const violation of violations) {
    const exception = exceptions.find((one) => isAbout(one, violation));
    if (!exception) {
      outcome.violations.push(violation);
      continue;
    }
    used.add(exception);
    outcome.excepted.push({ violation, exception });
  }
  for (const exception of exceptions) {
    if (used.has(exception) || !ran.has(exception.rule)) continue;
    outcome.violations.push({
      rule: STALE,
      operation: exception.operation,
      ...(exception.field === undefined ? {} : { field: exception.field }),
      message: `The exception of ${exception.rule} no longer applies. Take it out of the list.`,
    });
  }
  return outcome;
}

function isAbout(exception: Exception, violation: Violation): boolean {
  return (
    exception.rule === violation.rule &&
    exception.operation === violation.operation &&
    exception.field === violation.field
  );
}
