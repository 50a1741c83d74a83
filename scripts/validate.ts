// npm run validate: `zapier-platform validate` on the bundled connector: Zapier's schema, then the
// integration checks, which this project answers itself, so that no network is needed.
// Arguments go to `zapier-platform validate`.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeTempFolder, removeFolder } from '../local/index.ts';
import { checkEnvironment, startCheckServer } from './check/check-server.ts';
import { bundle } from './lib/bundle.ts';
import { readJsonObject, ROOT } from './lib/project.ts';
import { runZapierCli } from './lib/zapier-cli.ts';

/** A folder with the bundle alone: the CLI puts files of its own beside it, and builds what it can. */
async function stage(): Promise<string> {
  const folder = makeTempFolder();
  const { scripts: _scripts, ...manifest } = readJsonObject(join(ROOT, 'package.json'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await bundle(join(folder, 'dist'));
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
