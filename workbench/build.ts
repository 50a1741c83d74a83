// Builds the page into dist/page. The server runs it when the page's sources have changed.
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

await build({
  root: fileURLToPath(new URL('page', import.meta.url)),
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
});
