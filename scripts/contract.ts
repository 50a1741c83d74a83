// npm run contract: which endpoints the operations reach, against scripts/contract/snapshot.json.
//   -- update_note      that operation alone
//   -- --save           writes the snapshot
//   -- --openapi DIR    what they ask, against HighLevel's OpenAPI files in DIR
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { listedDeviations, recordOperation, recordOperations } from './contract/check.ts';
import { problemsIn, reportOn } from './contract/report.ts';
import {
  readSnapshot,
  snapshotDifferences,
  snapshotOf,
  withoutWrites,
  writeSnapshot,
} from './contract/snapshot.ts';
import { readSpecification } from './contract/specification.ts';
import { findOperation } from './verify/operation.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false }, openapi: { type: 'string' } },
});
const chosen = positionals.map((name) => findOperation(name).path);
const results =
  chosen.length === 0
    ? await recordOperations()
    : await Promise.all(chosen.map((path) => recordOperation(path)));

const problems: string[] = [];
if (values.openapi !== undefined) {
  const report = reportOn(
    results,
    readSpecification(resolve(values.openapi)),
    listedDeviations(chosen.length === 0 ? undefined : chosen),
  );
  console.log('Endpoints that operations use, of those in the specification:');
  for (const [area, { covered, all }] of Object.entries(report.coverage)) {
    console.log(`  ${area.padEnd(22)} ${covered} of ${all}`);
  }
  problems.push(...problemsIn(report));
}

const saved = readSnapshot();
const actual = snapshotOf(results);
if (values.save) {
  await writeSnapshot(chosen.length === 0 ? actual : { ...saved, ...actual });
  console.log('Saved scripts/contract/snapshot.json.');
  for (const path of chosen) console.log(`${path}: ${actual[path]?.join(', ') ?? ''}`);
} else {
  const compared =
    chosen.length === 0
      ? saved
      : Object.fromEntries(Object.entries(saved).filter(([path]) => chosen.includes(path)));
  problems.push(...snapshotDifferences(compared, actual));
}
problems.push(...withoutWrites(results));
for (const problem of problems) console.log(`✗ ${problem}`);
if (problems.length === 0) console.log(`${results.length} operations: no difference.`);
process.exitCode = problems.length === 0 ? 0 : 1;
