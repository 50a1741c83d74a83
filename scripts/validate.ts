// npm run validate: builds the connector and runs `zapier-platform validate` on it: Zapier's schema,
// then the integration checks, which this project answers itself, so that no network is needed.
// Arguments go to `zapier-platform validate`.
import { join } from 'node:path';

import { checkEnvironment, startCheckServer } from './check/check-server.ts';
import { bundle } from './lib/bundle.ts';
import { ROOT } from './lib/project.ts';
import { runZapierCli } from './lib/zapier-cli.ts';

await bundle(join(ROOT, 'dist'));
const server = await startCheckServer();
try {
  // The CLI's own build script refuses to run here, and the bundle is there already.
  const args = ['validate', '--skip-build', ...process.argv.slice(2)];
  const result = await runZapierCli(args, { cwd: ROOT, env: checkEnvironment(server), show: true });
  process.exitCode = result.code !== 0 || server.findings() > 0 ? 1 : 0;
} finally {
  await server.close();
}
