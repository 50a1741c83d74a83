// npm run bench:simulate: prints docs/scaling.md, from docs/benchmarks/figures.json and scenario.ts.
// With `-- --write` it writes the page.
import { join } from 'node:path';

import { ROOT } from '../../scripts/lib/project.ts';
import { scalingPage, writeScaling } from './page.ts';

const docs = join(ROOT, 'docs');
if (process.argv.includes('--write')) {
  await writeScaling(docs);
  console.log('Wrote docs/scaling.md');
} else {
  process.stdout.write(await scalingPage(docs));
}
