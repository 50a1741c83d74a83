import pc from 'picocolors';

/** What came of one of many checks. */
export interface Outcome {
  passed: number;
  failed: number;
  /** A few words for the one line of a check that went well. */
  summary: string;
  /** Why it could not run here, where it could not: nothing is counted then. */
  skipped?: string;
  /** What to show of one that did not: short, with the command that shows or mends the rest. */
  report: string;
}

/** The outcome of a check that has no count of its own: it adds to the sum only when it fails. */
export function success(summary = ''): Outcome {
  return { passed: 0, failed: 0, summary, report: '' };
}

/** The outcome of a check that failed as a whole: it counts as one failure. */
export function failure(report: string): Outcome {
  return { passed: 0, failed: 1, summary: '', report };
}

/** The outcome of a check that cannot run on this machine. @param why with what to do about it */
export function skip(why: string): Outcome {
  return { ...success(), skipped: why };
}

/** The first lines of a text, and how many there are beside them. */
export function firstLines(text: string, most: number): string {
  const lines = text.trim().split('\n');
  const left = lines.length - most;
  if (left <= 1) return lines.join('\n');
  return [...lines.slice(0, most), `… ${left} more lines`].join('\n');
}

/** Runs a check, and prints what came of it and how long it took. */
export async function runAndPrint(
  name: string,
  run: () => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const startedAt = performance.now();
  const outcome = await run();
  const isGood = outcome.failed === 0;
  if (outcome.skipped !== undefined) {
    console.log(`${pc.yellow('SKIP')} ${''.padStart(7)}  ${name}  ${outcome.skipped}`);
    return outcome;
  }
  const summary = outcome.summary && pc.dim(`  ${outcome.summary}`);
  const time = secondsSince(startedAt).padStart(7);
  console.log(`${isGood ? pc.green('ok  ') : pc.red('FAIL')} ${time}  ${name}${summary}`);
  if (!isGood) console.log(outcome.report.trimEnd());
  return outcome;
}

export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
