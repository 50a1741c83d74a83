// npm run bench: measures, prints a table, writes docs/benchmarks.md and what lies beside it.
// `-- --only connector` or `-- --only relay` measures one part and keeps what was found of the other.
// `-- --quick` takes under two minutes, measures less and writes nothing.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ROOT } from '../scripts/lib/project.ts';
import { benchConnector, type Effort } from './connector/connector.ts';
import { benchRelay, type RelayEffort } from './relay/relay.ts';
import { asText, keepFindings, machine, PARTS, writePage } from './report.ts';

const FULL: Effort = {
  coldStarts: 15,
  rounds: 5,
  runs: 200,
  polls: 1000,
  accounts: [10, 1_000, 100_000],
};
const QUICK: Effort = { coldStarts: 2, rounds: 1, runs: 20, polls: 40, accounts: [10, 1_000] };

const FULL_RELAY: RelayEffort = {
  rounds: 5,
  events: 12_000,
  seconds: 4,
  targets: 1000,
  relays: [1, 2, 4],
  backlog: 100_000,
};
const QUICK_RELAY: RelayEffort = {
  rounds: 1,
  events: 1000,
  seconds: 0.5,
  targets: 200,
  relays: [1, 2],
  backlog: 2000,
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const parts = PARTS.filter((part) => values.only === undefined || part === values.only);
if (parts.length === 0) throw new Error(`--only takes one of: ${PARTS.join(', ')}.`);

const isQuick = values.quick;
const docs = join(ROOT, 'docs');
const now = new Date();
console.log(`${isQuick ? 'A quick look' : 'Measuring'} on ${machine()} ...`);

if (parts.includes('connector')) {
  console.log('Connector ...');
  const findings = await benchConnector(isQuick ? QUICK : FULL);
  console.log(asText(findings));
  if (!isQuick) await keepFindings('connector', findings, docs, now);
}
if (parts.includes('relay')) {
  const findings = await benchRelay(isQuick ? QUICK_RELAY : FULL_RELAY, (what) => {
    console.log(`Relay, ${what} ...`);
  });
  console.log(asText(findings));
  if (!isQuick) await keepFindings('relay', findings, docs, now);
}
if (!isQuick) {
  await writePage(docs);
  console.log('Wrote docs/benchmarks.md');
}
