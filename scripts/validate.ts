// npm run validate: `zapier-platform validate` on the packaged connector, which is made anew only when
// something has changed: Zapier's schema, then the integration checks, which this project answers
// itself, so that no network is needed.
// Arguments go to `zapier-platform validate`.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';

import { makeTempFolder, removeFolder } from '../local/index.ts';
import { checkEnvironment, startCheckServer } from './check/check-server.ts';
import { endUnpackaged, ensurePackage } from './lib/package.ts';
import { readJsonObject, ROOT } from './lib/project.ts';
import { runZapierCli } from './lib/zapier-cli.ts';

const BUNDLE = 'dist/index.js';

/** A folder with the bundle alone: the CLI puts files of its own beside it, and builds what it can. */
async function stage(): Promise<string> {
  const { buildZip } = await ensurePackage().catch(endUnpackaged);
  const folder = makeTempFolder();
  const { scripts: _scripts, ...manifest } = readJsonObject(join(ROOT, 'package.json'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  const built = unzipSync(readFileSync(buildZip), { filter: ({ name }) => name === BUNDLE });
  writeFileSync(join(folder, BUNDLE), built[BUNDLE] ?? '');
  return folder;
}

const folder = await stage();
const server = await startCheckServer();
try {
  const result = await runZapierCli(['validate', ...process.argv.slice(2)], {
    cwd: folder,
    env: checkEnvironment(server),
    show: true,
  });
  process.exitCode = result.code !== 0 || server.findings() > 0 ? 1 : 0;
} finally {
  await server.close();
  removeFolder(folder);
}
