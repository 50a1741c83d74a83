// npm test: type check, lint, every lane of tests. The last line is `N passed, N failed`.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import pc from 'picocolors';

import { makeTempFolder } from '../local/index.ts';
import { isRecord } from '../resources/values.ts';
import { runCommand } from './lib/command.ts';
import { ensurePackage } from './lib/package.ts';
import { readJson, ROOT } from './lib/project.ts';
import { failure, runSteps, type Outcome, type Step } from './lib/steps.ts';

/** A step that takes this long hangs. */
const LIMIT_MS = 20 * 60_000;

/** What a machine has at least: two steps side by side, each on one core. */
const STEPS_AT_ONCE = Math.min(2, availableParallelism());

/** The lanes that take longest begin first, so that none is left running alone at the end. */
const LONGEST_FIRST = ['relay', 'e2e', 'packaging'];

/** Tests of the relay mostly wait, for events and for processes to start and to end. */
const WORKERS: Readonly<Record<string, number>> = { relay: 3 };

const QUIET = ['--disable-warning=ExperimentalWarning'];

const MODULES = join(ROOT, 'node_modules');
const reports = makeTempFolder();

const packaging: Step = {
  name: 'package',
  run: async () => {
    try {
      const { buildBytes } = await ensurePackage();
      return { passed: 0, failed: 0, summary: `build.zip, ${buildBytes} bytes`, output: '' };
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error));
    }
  },
};

/** A check that has no count of its own: it adds to the sum only when it fails. */
function check(name: string, program: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runScript(join(MODULES, program), args);
      return code === 0 ? { passed: 0, failed: 0, summary: '', output } : failure(output);
    },
  };
}

/** Whether the bench runs at all: what it measures here, beside all else, means nothing. */
const bench: Step = {
  name: 'bench, a quick look',
  needs: packaging,
  run: async () => {
    const { code, output } = await runScript(join(ROOT, 'bench', 'run.ts'), ['--quick'], QUIET);
    return code === 0 ? { passed: 0, failed: 0, summary: '', output } : failure(output);
  },
};

function lane({ displayName, globalSetup }: Record<string, unknown>): Step {
  const name = String(displayName);
  return {
    name: `tests: ${name}`,
    // A lane with a set-up of its own runs the packaged connector.
    ...(globalSetup === undefined ? {} : { needs: packaging }),
    run: async () => {
      const report = join(reports, `${name}.json`);
      const { code, output } = await runScript(
        join(MODULES, 'jest/bin/jest.js'),
        [
          '--selectProjects',
          name,
          `--maxWorkers=${String(WORKERS[name] ?? 1)}`,
          '--json',
          `--outputFile=${report}`,
        ],
        ['--experimental-vm-modules', ...QUIET],
      );
      return outcomeOf(report, code, output);
    },
  };
}

/**
 * Jest's report. A file that could not run and a test left out count as failures, and so does a lane
 * that passes but does not end: something in it is still open.
 */
function outcomeOf(report: string, code: number, output: string): Outcome {
  const result = readReport(report);
  if (!result) return failure(output);
  const count = (key: string) => Number(result[key] ?? 0);
  const passed = count('numPassedTests');
  const leftOut = count('numPendingTests') + count('numTodoTests');
  const failed = count('numFailedTests') + count('numRuntimeErrorTestSuites') + leftOut;
  if (failed === 0 && (passed === 0 || code !== 0)) return { ...failure(output), passed };
  const note = leftOut > 0 ? `\n${leftOut} tests are skipped or still to be written.` : '';
  return { passed, failed, summary: `${passed} passed`, output: output + note };
}

function readReport(path: string): Record<string, unknown> | undefined {
  try {
    const report = readJson(path);
    return isRecord(report) ? report : undefined;
  } catch {
    return undefined; // Jest ended before it wrote a report: its output says why.
  }
}

function runScript(path: string, args: string[], nodeOptions: string[] = []) {
  return runCommand(process.execPath, [...nodeOptions, path, ...args], {
    cwd: ROOT,
    limitMs: LIMIT_MS,
    killOn: 'Jest did not exit',
  });
}

async function lanes(): Promise<Step[]> {
  const module: unknown = await import(pathToFileURL(join(ROOT, 'jest.config.mjs')).href);
  const config = isRecord(module) && isRecord(module['default']) ? module['default'] : {};
  const projects: unknown = config['projects'];
  const all = Array.isArray(projects) ? projects.filter(isRecord) : [];
  const rank = ({ displayName }: Record<string, unknown>) => {
    const index = LONGEST_FIRST.indexOf(String(displayName));
    return index < 0 ? LONGEST_FIRST.length : index;
  };
  return all.sort((one, other) => rank(one) - rank(other)).map(lane);
}

function report({ name }: Step, { failed, summary, output }: Outcome, ms: number): void {
  const mark = failed === 0 ? pc.green('ok  ') : pc.red('FAIL');
  const seconds = `${(ms / 1000).toFixed(1)} s`.padStart(7);
  console.log(`${mark} ${seconds}  ${name}${summary ? pc.dim(`  ${summary}`) : ''}`);
  if (failed > 0) console.log(output.trimEnd());
}

const startedAt = performance.now();
const steps = [
  packaging,
  ...(await lanes()),
  bench,
  check('lint', 'eslint/bin/eslint.js', '.'),
  check(
    'lint: who imports whom',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['--config', '.dependency-cruiser.mjs', '--no-progress', '.'],
  ),
  check('type check: connector', 'typescript/bin/tsc', '-p', '.'),
  check('type check: relay', 'typescript/bin/tsc', '-p', 'relay'),
  check('type check: sandbox', 'typescript/bin/tsc', '-p', 'sandbox'),
  check('formatting', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
];
console.log(`Checking ${steps.length} things, ${STEPS_AT_ONCE} at a time:`);
const outcomes = await runSteps(steps, STEPS_AT_ONCE, report);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
