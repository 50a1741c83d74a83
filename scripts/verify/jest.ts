import { join } from 'node:path';

import { makeTempFolder, removeFolder } from '../../local/index.ts';
import { isRecord, toList, toNumber, toText, type RawRecord } from '../../resources/values.ts';
import { runCommand } from '../lib/command.ts';
import { failure, firstLines, type Outcome } from './outcome.ts';
import { projectPath, readJson, ROOT } from '../lib/project.ts';

/** A run of jest that takes this long hangs. */
const LIMIT_MS = 20 * 60_000;

/** A run that does not end this many milliseconds after its last test has left something open. */
const END_LIMIT_MS = 120_000;

/**
 * Beside what jest needs: as the lanes keep every core busy, what V8 does in threads of its own takes time
 * from them. So it optimizes only what has run for long, and the thread that makes garbage collects it.
 */
const NODE_FLAGS = [
  ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  ...['--invocation-count-for-turbofan=12000', '--single-threaded-gc'],
];

/** What is shown of failures: how many tests, and how many lines of each. */
const MOST_TESTS = 10;
const MOST_LINES = 15;

/**
 * Runs jest. A suite that could not run and a test left out count as failures, and so does a run
 * that passes but does not end: something in it is still open.
 *
 * @param args what to run, in jest's own words
 * @param options.isFiltered whether tests are left out on purpose
 */
export async function runJest(
  args: readonly string[],
  { isFiltered = false } = {},
): Promise<Outcome> {
  const folder = makeTempFolder();
  const file = join(folder, 'report.json');
  const program = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const reporting = ['--json', `--outputFile=${file}`, `--openHandlesTimeout=${END_LIMIT_MS}`];
  try {
    const { code, output } = await runCommand(
      process.execPath,
      [...NODE_FLAGS, program, ...args, ...reporting],
      { cwd: ROOT, limitMs: LIMIT_MS, killOn: 'Jest did not exit' },
    );
    const report = readReport(file);
    if (report && isFiltered) report['numPendingTests'] = 0;
    return report ? outcomeOf(report, code, output) : failure(firstLines(output, 4 * MOST_LINES));
  } finally {
    removeFolder(folder);
  }
}

function readReport(path: string): RawRecord | undefined {
  try {
    const report = readJson(path);
    return isRecord(report) ? report : undefined;
  } catch {
    return undefined; // Jest ended before it wrote a report: its output says why.
  }
}

/** @param output what jest printed, for a run whose report does not say what is wrong */
export function outcomeOf(report: RawRecord, code: number, output: string): Outcome {
  const count = (key: string) => toNumber(report[key]) ?? 0;
  const passed = count('numPassedTests');
  const leftOut = count('numPendingTests') + count('numTodoTests');
  const failed = count('numFailedTests') + count('numRuntimeErrorTestSuites') + leftOut;
  if (failed === 0 && (passed === 0 || code !== 0)) {
    return { ...failure(firstLines(output, 4 * MOST_LINES)), passed };
  }
  const left = leftOut > 0 ? [`${leftOut} tests are skipped or still to be written.`] : [];
  const lines = [...failuresIn(report), ...left];
  return { passed, failed, summary: `${passed} passed`, report: lines.join('\n') };
}

/** The failed tests of a report, each with the start of its message, and how to see all of it. */
function failuresIn({ testResults }: RawRecord): string[] {
  const suites = toList(testResults)
    .filter(isRecord)
    .filter(({ status }) => status === 'failed');
  if (suites.length === 0) return [];
  const shown: string[] = [];
  let left = 0;
  for (const suite of suites) {
    const path = projectPath(String(suite['name']));
    for (const message of messagesIn(suite)) {
      if (shown.length < MOST_TESTS) shown.push(`✗ ${path}\n${firstLines(message, MOST_LINES)}\n`);
      else left += 1;
    }
  }
  if (left > 0) shown.push(`… and ${left} more`);
  const paths = suites.slice(0, MOST_TESTS).map(({ name }) => projectPath(String(name)));
  return [...shown, `See all of it: npm run jest -- ${paths.join(' ')}`];
}

function messagesIn({ assertionResults, message }: RawRecord): string[] {
  const failed = toList(assertionResults)
    .filter(isRecord)
    .filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [toText(message) ?? ''];
  return failed.map(({ ancestorTitles, title, failureMessages }) => {
    const names = [...toList(ancestorTitles), title];
    // The runner of the lanes begins its messages with the name as well.
    const again = `${names.join(' > ')}\n`;
    const messages = toList(failureMessages).map(String);
    const rest = messages.map((text) => (text.startsWith(again) ? text.slice(again.length) : text));
    return [names.join(' › '), ...rest].join('\n');
  });
}
