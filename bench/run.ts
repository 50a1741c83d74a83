// npm run bench: measures, prints a table, writes docs/benchmarks.md. `-- --quick` takes under two
// minutes, measures less and writes nothing.
import { join } from 'node:path';

import { ROOT } from '../scripts/lib/project.ts';
import { benchConnector, type Effort } from './connector/connector.ts';
import { asText, machine, writePage } from './report.ts';

const FULL: Effort = {
  coldStarts: 15,
  rounds: 5,
  runs: 200,
  polls: 1000,
  accounts: [10, 1_000, 100_000],
};
const QUICK: Effort = { coldStarts: 3, rounds: 2, runs: 40, polls: 100, accounts: [10, 1_000] };

const isQuick = process.argv.includes('--quick');
console.log(`${isQuick ? 'A quick look' : 'Measuring'} on ${machine()} ...`);
const findings = await benchConnector(isQuick ? QUICK : FULL);
console.log(asText(findings));
if (!isQuick) {
  await writePage(findings, join(ROOT, 'docs'), new Date());
  console.log('Wrote docs/benchmarks.md');
}
