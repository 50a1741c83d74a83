// Plain JavaScript, since Node takes a while to get ready for TypeScript.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const manifestPath = require.resolve('zapier-platform-cli/package.json');
const manifest = require(manifestPath);
/** @type {{ execute(options: object): Promise<unknown> }} */
const oclif = createRequire(manifestPath)('@oclif/core');

/**
 * Runs one command of the Zapier CLI. The CLI's own start loads all of its commands first, with what each
 * needs, which takes longer than most of them. One that fails ends the process.
 *
 * @param {string[]} args such as `['validate', '--format', 'json']`
 */
export async function runZapierCommand(args) {
  const [command = ''] = args;
  const path = command.replaceAll(':', '/');
  const commands = {
    strategy: 'pattern',
    target: './src/oclif/commands',
    globPatterns: [`${path}.js`, `${path}/index.js`],
  };
  await oclif.execute({
    args,
    loadOptions: {
      root: dirname(manifestPath),
      pjson: { ...manifest, oclif: { ...manifest.oclif, commands, plugins: [], hooks: {} } },
    },
  });
}
