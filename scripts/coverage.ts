// npm run coverage: which of HighLevel's endpoints and events the integration uses, and why not the others.
//   -- --openapi DIR    by HighLevel's OpenAPI files in DIR, not by the list that the project keeps
//   -- --webhooks DIR   the same of its events
//   -- --save           keeps what these list, in scripts/api-coverage/listed.json
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readListed, readOfficial, writeListed } from './api-coverage/listed.ts';
import { ownCoverage } from './api-coverage/own.ts';
import { coverageText, unexplained } from './api-coverage/report.ts';

const { values } = parseArgs({
  options: {
    openapi: { type: 'string' },
    webhooks: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
});
const { openapi, webhooks } = values;
const kept = readListed();
const listed = readOfficial({
  openapi: openapi === undefined ? undefined : resolve(openapi),
  webhooks: webhooks === undefined ? undefined : resolve(webhooks),
});
const coverage = ownCoverage(listed);
console.log(coverageText(coverage));
if (values.save) {
  await writeListed(listed);
  console.log('Saved scripts/api-coverage/listed.json.');
} else if (JSON.stringify(listed) !== JSON.stringify(kept)) {
  console.log(
    "HighLevel's files list something else than scripts/api-coverage/listed.json: -- --save keeps it.",
  );
}
const open = unexplained(coverage);
for (const { name } of open) console.log(`✗ ${name}: no operation, and no reason.`);
process.exitCode = open.length === 0 ? 0 : 1;
