// npm run docs: writes the pages that are made from the integration itself.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

import { generatedPages } from './docs/pages.ts';

for (const { file, content } of await generatedPages()) {
  const name = relative(process.cwd(), file);
  if (content === null) {
    rmSync(file);
    console.log(`Removed ${name}`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`Wrote ${name}`);
  }
}
