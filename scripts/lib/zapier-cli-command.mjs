// Runs one command of the Zapier CLI: `node zapier-cli-command.mjs validate --format json`. The CLI's
// own start loads all of its commands first, with what each needs, which takes longer than most of them.
// Plain JavaScript, since Node takes a while to get ready for TypeScript too.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const manifestPath = require.resolve('zapier-platform-cli/package.json');
const manifest = require(manifestPath);
/** @type {{ execute(options: object): Promise<unknown> }} */
const oclif = createRequire(manifestPath)('@oclif/core');

const [command = ''] = process.argv.slice(2);
const path = command.replaceAll(':', '/');
const commands = {
  strategy: 'pattern',
  target: './src/oclif/commands',
  globPatterns: [`${path}.js`, `${path}/index.js`],
};
await oclif.execute({
  loadOptions: {
    root: dirname(manifestPath),
    pjson: { ...manifest, oclif: { ...manifest.oclif, commands, plugins: [], hooks: {} } },
  },
});
