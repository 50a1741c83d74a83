// npm run verify -- OPERATION_KEY: what must hold of one operation, in seconds. npm test has the rest.
import { checksOf } from './verify/operation-checks.ts';
import { findOperation } from './verify/operation.ts';
import { runAndPrint, secondsSince } from './verify/outcome.ts';

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.error('Name an operation: npm run verify -- update_note');
  process.exit(2);
}

const startedAt = performance.now();
try {
  const operation = findOperation(name);
  console.log(`${operation.path}, in ${operation.source}`);
  const outcomes = await Promise.all(
    checksOf(operation).map((check) => runAndPrint(check.name, check.run)),
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
