// npm run check: Zapier's integration checks, over the packaged connector's definition and over what
// its operations give when they run against the local HighLevel.
// `--release` then keeps this definition as the one that later versions must not break.
import { parseArgs } from 'node:util';

import { releasedFrom, RELEASED_FILE, writeReleased } from './check/released.ts';
import { reportOf } from './check/report.ts';
import { runChecks } from './check/run-checks.ts';
import { endUnpackaged, ensurePackage } from './lib/package.ts';
import { projectPath } from './lib/project.ts';

const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
const startedAt = performance.now();
await ensurePackage().catch(endUnpackaged);
const { outcome, scope, integration } = await runChecks();
console.log(reportOf(outcome, scope));
console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
if (outcome.violations.length > 0) process.exitCode = 1;
if (values.release && outcome.violations.length === 0) {
  await writeReleased(releasedFrom(integration));
  console.log(`Saved version ${integration.version} in ${projectPath(RELEASED_FILE)}.`);
} else if (values.release) {
  console.log('Nothing was saved: fix the findings first.');
}
