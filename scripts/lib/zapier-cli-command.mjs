// Runs one command of the Zapier CLI: `node zapier-cli-command.mjs validate --format json`.
import { runZapierCommand } from './zapier-command.mjs';

await runZapierCommand(process.argv.slice(2));
