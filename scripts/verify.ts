// npm run verify -- OPERATION_KEY: what must hold of one operation, in seconds. npm test has the rest.
//   --openapi DIR    what it asks, against HighLevel's OpenAPI files in DIR too
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { checksOf } from './verify/operation-checks.ts';
import { findOperation } from './verify/operation.ts';
import { runAndPrint, secondsSince } from './verify/outcome.ts';

const {
  values: { openapi },
  positionals: [name],
} = parseArgs({ allowPositionals: true, options: { openapi: { type: 'string' } } });
if (name === undefined) {
  console.error('Name an operation: npm run verify -- update_note');
  process.exit(2);
}

const startedAt = performance.now();
try {
  const operation = findOperation(name);
  console.log(`${operation.path}, in ${operation.source}`);
  const outcomes = await Promise.all(
    checksOf(operation, openapi && resolve(openapi)).map((check) =>
      runAndPrint(check.name, check.run),
    ),
  );
  const failed = outcomes.filter((outcome) => outcome.failed > 0).length;
  console.log(
    `${failed === 0 ? 'All checks passed' : `${failed} of ${outcomes.length} checks failed`}, in ${secondsSince(startedAt)}.`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
