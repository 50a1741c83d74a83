// npm run bench: measures, prints a table, writes docs/benchmarks.md and what lies beside it, and
// docs/scaling.md, which calculates with it. `-- --quick` takes under two minutes, measures less and
// writes nothing.
import { join } from 'node:path';

import { ROOT } from '../scripts/lib/project.ts';
import { benchConnector, type Effort } from './connector/connector.ts';
import { joinFindings } from './figures.ts';
import { benchRelay, type RelayEffort } from './relay/relay.ts';
import { asText, machine, writeFigures, writePage } from './report.ts';
import { writeScaling } from './simulation/page.ts';

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

const isQuick = process.argv.includes('--quick');
console.log(`${isQuick ? 'A quick look' : 'Measuring'} on ${machine()} ...`);
console.log('Connector ...');
const connector = await benchConnector(isQuick ? QUICK : FULL);
console.log(asText(connector));
const relay = await benchRelay(isQuick ? QUICK_RELAY : FULL_RELAY, (what) => {
  console.log(`Relay, ${what} ...`);
});
console.log(asText(relay.findings));
if (!isQuick) {
  const now = new Date();
  const docs = join(ROOT, 'docs');
  await writePage(joinFindings([connector, relay.findings]), docs, now);
  console.log('Wrote docs/benchmarks.md');
  if (relay.serviceTimes) {
    const { serviceTimes } = relay;
    writeFigures(docs, { date: now.toISOString(), machine: machine(), serviceTimes });
    console.log('Wrote docs/benchmarks/figures.json');
    await writeScaling(docs);
    console.log('Wrote docs/scaling.md');
  } else {
    console.log('This system does not tell what the simulation needs: figures.json is as it was.');
  }
}
