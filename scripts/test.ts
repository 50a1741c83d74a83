// npm test: types, lint, format and every lane of tests. The last line is `N passed, N failed`.
// `-- --randomize` shuffles suites and tests; `--seed N` does it as in that run.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import pLimit from 'p-limit';

import {
  formatCheck,
  lane,
  LANES,
  lintAndTypesCheck,
  roomsCheck,
  runPackage,
  type Check,
} from './verify/checks.ts';
import { failure, runAndPrint, secondsSince } from './verify/outcome.ts';

/** With more at a time than there are cores each gets slower, and all of them by a twentieth. */
const AT_ONCE = availableParallelism();

const { values } = parseArgs({
  options: { randomize: { type: 'boolean', default: false }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
const order = values.randomize ? ['--randomize', `--seed=${seed}`] : [];

const lanes = LANES.map((name) => lane(name, order));
// What is short comes last: nothing long should be left running alone.
const checks: Check[] = [
  ...lanes.toSpliced(LANES.indexOf('sandbox'), 0, lintAndTypesCheck()),
  roomsCheck(),
  formatCheck(),
];

const startedAt = performance.now();
console.log(`Running ${checks.length} checks, ${AT_ONCE} at a time:`);
const limit = pLimit(AT_ONCE);
const packaged = runAndPrint('package', runPackage);
const outcomes = await Promise.all([
  packaged,
  ...checks.map(({ name, run, needsPackage }) => {
    if (!needsPackage) return limit(() => runAndPrint(name, run));
    const notRun = () => failure('Not run, since there is no package.');
    // It keeps its place while the package is made: the long lanes must not end up behind the short checks.
    return limit(async () => {
      const { failed } = await packaged;
      return runAndPrint(name, failed > 0 ? notRun : run);
    });
  }),
]);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
if (values.randomize)
  console.log(`To run in this order again: npm test -- --randomize --seed ${seed}`);
for (const { skipped } of outcomes) if (skipped !== undefined) console.log(`Skipped: ${skipped}`);
console.log(`Done in ${secondsSince(startedAt)}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
