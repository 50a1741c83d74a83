import { checkOperation } from '../check/run-checks.ts';
import { listedDeviations, recordOperation } from '../contract/check.ts';
import { problemsIn, reportOn } from '../contract/report.ts';
import { WRITTEN_BY_PEOPLE } from '../contract/run.ts';
import {
  readSnapshot,
  snapshotDifferences,
  snapshotOf,
  withoutWrites,
} from '../contract/snapshot.ts';
import { readSpecification } from '../contract/specification.ts';
import { outdatedPages } from '../docs/pages.ts';
import { projectPath } from '../lib/project.ts';
import { formatCheck, lintCheck, typesCheck, type Check } from './checks.ts';
import { runJest } from './jest.ts';
import type { OperationFiles } from './operation.ts';
import { failure, firstLines, success, type Outcome } from './outcome.ts';

const MOST_LINES = 20;

/**
 * What must be true of one operation: the checks that can be narrowed down to it.
 *
 * @param openapi the folder with HighLevel's OpenAPI files, where its requests are to be checked against them
 */
export function checksOf(operation: OperationFiles, openapi?: string): Check[] {
  const { path, source, test, needsRelay } = operation;
  const files = [source, ...(test === undefined ? [] : [test])];
  return [
    lintCheck(files),
    typesCheck(),
    { name: 'check', run: () => zapierChecks(path, needsRelay) },
    { name: 'contract', run: () => contract(path, openapi) },
    { name: 'unit tests', run: () => unitTests(operation) },
    { name: 'whole-app tests', run: () => wholeAppTests(path) },
    { name: 'docs', run: docs },
    formatCheck(files),
  ];
}

function unitTests({ source, test }: OperationFiles): Outcome | Promise<Outcome> {
  if (test !== undefined) return runJest(['--maxWorkers=1', test]);
  return failure(`There is no test/${source.replace(/\.ts$/, '.test.ts')}.`);
}

/** The tests of every operation name each of them by its path. */
function wholeAppTests(path: string): Promise<Outcome> {
  const named = `\\b${path.replace('.', '\\.')}\\b`;
  return runJest(
    [
      '--selectProjects',
      'unit',
      '--maxWorkers=1',
      `--testNamePattern=${named}`,
      '--testPathPatterns',
      '/test/\\w+\\.test\\.ts$',
    ],
    { isFiltered: true },
  );
}

async function zapierChecks(path: string, needsRelay: boolean): Promise<Outcome> {
  const violations = await checkOperation(path, needsRelay);
  if (violations.length === 0) return success();
  const lines = violations.map(({ rule, field, message }) =>
    ['✗', rule, field, message].filter(Boolean).join('  '),
  );
  return failure(firstLines(lines.join('\n'), MOST_LINES));
}

async function contract(path: string, openapi?: string): Promise<Outcome> {
  if (path === WRITTEN_BY_PEOPLE) return success('its requests are written by people');
  const recorded = await recordOperation(path);
  const { [path]: reached = [] } = snapshotOf([recorded]);
  const { [path]: known } = readSnapshot();
  const differences = snapshotDifferences(known ? { [path]: known } : {}, { [path]: reached });
  differences.push(...withoutWrites([recorded]));
  if (openapi !== undefined) {
    const specification = readSpecification(openapi);
    differences.push(...problemsIn(reportOn([recorded], specification, listedDeviations([path]))));
  }
  if (differences.length === 0) return success(reached.join(', '));
  const refusals = reached.length === 0 ? recorded.refusals.slice(0, 3) : [];
  return failure([...differences, ...refusals].join('\n'));
}

async function docs(): Promise<Outcome> {
  const pages = await outdatedPages();
  if (pages.length === 0) return success();
  const names = pages.map(projectPath).join(', ');
  return failure(`Out of date: ${names}. Run npm run docs.`);
}
