// npm run docs: writes the pages that are made from the integration itself.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

import { generatedPages } from './docs/pages.ts';

for (const { file, content } of await generatedPages()) {
  writeFileSync(file, content);
  console.log(`Wrote ${relative(process.cwd(), file)}`);
}
