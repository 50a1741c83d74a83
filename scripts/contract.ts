// npm run contract -- DIR: what the connector asks of HighLevel, against its OpenAPI files in DIR.
// `--save` writes the snapshot that npm test checks where there are no such files.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { checkContract, SNAPSHOT, snapshotOf } from './contract/check.ts';

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (folder === undefined) {
  console.error(
    'Name the folder with the OpenAPI files of HighLevel: npm run contract -- path/to/openapi',
  );
  process.exit(2);
}

const report = await checkContract(resolve(folder));
console.log('Endpoints that an operation reaches, of those in the specification:');
for (const [area, { covered, all }] of Object.entries(report.coverage)) {
  console.log(`  ${area.padEnd(22)} ${covered} of ${all}`);
}
for (const finding of report.findings) console.log(`✗ ${finding}`);
for (const sentence of report.unused) {
  console.log(`✗ A listed deviation no longer applies: ${sentence}`);
}
if (process.argv.includes('--save')) {
  writeFileSync(SNAPSHOT, `${JSON.stringify(snapshotOf(report), null, 2)}\n`);
  console.log('Saved the snapshot.');
}
const problems = report.findings.length + report.unused.length;
console.log(problems === 0 ? 'No deviation that is not listed.' : `${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;
