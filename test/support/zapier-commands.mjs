// Runs commands of the Zapier CLI one after the other, since most of a command's time is the start of its
// process: `node zapier-commands.mjs END '[["auth", "label"], ...]'` prints END after each that ended well.
import { runZapierCommand } from '../../scripts/lib/zapier-command.mjs';

const [end = '', commands = '[]'] = process.argv.slice(2);
for (const args of JSON.parse(commands)) {
  await runZapierCommand(args);
  console.log(end);
}
