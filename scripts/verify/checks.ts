import { join } from 'node:path';

import { findChromium, NO_CHROMIUM } from '../lib/chromium.ts';
import { runCommand } from '../lib/command.ts';
import { ensurePackage } from '../lib/package.ts';
import { ROOT } from '../lib/project.ts';
import { runJest } from './jest.ts';
import { failure, firstLines, skip, success, type Outcome } from './outcome.ts';

/** What must be true, and how to check it. */
export interface Check {
  name: string;
  run: () => Outcome | Promise<Outcome>;
  /** Whether it runs build/build.zip. */
  needsPackage?: boolean;
}

/** A program that takes this long hangs. */
const LIMIT_MS = 20 * 60_000;

const MOST_LINES = 40;

/** For the programs that are written in Go: memory is there, and collecting it took a third of their time. */
const FEW_COLLECTIONS = { GOGC: '400' };

/** Beside other checks: a second thread would infer again what the first one has. */
const ONE_THREAD = { GOMAXPROCS: '1' };

/** Programs of node_modules, with what they are always told. */
export const LINTER = ['oxlint/bin/oxlint', '--format=stylish'] as const;
/** The linter says what the compiler would, too. */
export const TYPES_TOO = '--type-check';
export const FORMATTER = ['oxfmt/bin/oxfmt'] as const;
/** Each further checker would infer again what the first one has. */
const TYPES = [
  ...['@typescript/native/bin/tsc', '-b', '.', 'workbench', 'workbench/page'],
  ...['--checkers', '1'],
] as const;

/** Makes build/build.zip, unless it is there and made of these sources. */
export async function runPackage(): Promise<Outcome> {
  try {
    const { buildBytes } = await ensurePackage();
    return success(`build.zip, ${buildBytes} bytes`);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

/** @param paths what to look at */
export function lintCheck(paths: readonly string[]): Check {
  const program = ['npx', 'oxlint', ...paths].join(' ');
  const mend = `See all of it: ${program}; with --fix it fixes what it can.`;
  return { name: 'lint', run: () => runProgram(mend, [...LINTER, ...paths]) };
}

/** Lint and types of everything: what the rules infer is not inferred a second time. */
export function lintAndTypesCheck(): Check {
  const mend = 'See all of it: npm run lint; npm run typecheck';
  return {
    name: 'lint, types',
    run: () => runProgram(mend, [...LINTER, TYPES_TOO], ONE_THREAD),
  };
}

/** Which file imports which. */
export function roomsCheck(): Check {
  return { name: 'rooms', run: rooms };
}

async function rooms(): Promise<Outcome> {
  // TypeScript is loaded only where it is used.
  const { breaksIn, lineOf } = await import('../rooms/breaks.ts');
  const lines = breaksIn(ROOT).map(lineOf);
  if (lines.length === 0) return success();
  return failure(`${firstLines(lines.join('\n'), MOST_LINES)}\nThe rules: scripts/rooms/rules.ts`);
}

/** @param paths what to look at, unless it is everything */
export function formatCheck(paths: readonly string[] = ['.']): Check {
  const args = [...FORMATTER, '--check', ...paths] as const;
  return { name: 'format', run: () => runProgram('npm run format mends it.', args) };
}

/** The types of everything; what has not changed is not looked at again. */
export function typesCheck(): Check {
  const mend = 'See all of it: npm run typecheck';
  return { name: 'types', run: () => runProgram(mend, TYPES) };
}

/**
 * Runs a program of node_modules.
 *
 * @param mend what to do about a failure: a command, and what it does
 * @param env more for its environment
 */
async function runProgram(
  mend: string,
  [path = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { code, output } = await runCommand(
    process.execPath,
    [join(ROOT, 'node_modules', path), ...args],
    { cwd: ROOT, env: { ...process.env, ...FEW_COLLECTIONS, ...env }, limitMs: LIMIT_MS },
  );
  return code === 0 ? success() : failure(`${firstLines(output, MOST_LINES)}\n${mend}`);
}

/**
 * The lanes of jest.config.mjs, in the order in which they begin: those that take longest first, and beside one of
 * many processes (`relay`, `e2e`) one of few (`unit`, `browser`), so that neither core waits nor is fought for.
 */
export const LANES = [
  'relay',
  'unit',
  'e2e',
  'browser',
  'packaging',
  'sandbox',
  'workbench',
] as const;

export type Lane = (typeof LANES)[number];

/** The lanes that run build/build.zip. */
const NEED_PACKAGE: readonly Lane[] = ['e2e', 'packaging', 'browser', 'workbench'];

/** Suites that wait for servers of their own most of the time wait side by side. */
const WORKERS: Readonly<Partial<Record<Lane, number>>> = { relay: 3, e2e: 2 };

/**
 * A lane of tests.
 *
 * @param flags more for jest, such as `--randomize`
 */
export function lane(name: Lane, flags: readonly string[] = []): Check {
  return {
    name: `tests: ${name}`,
    needsPackage: NEED_PACKAGE.includes(name),
    run: () => {
      if (name === 'browser' && findChromium() === undefined) return skip(NO_CHROMIUM);
      return runJest(['--selectProjects', name, `--maxWorkers=${WORKERS[name] ?? 1}`, ...flags]);
    },
  };
}
