// npm run build: bundles the connector into dist/, or into the folder given as `--out`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { AreasError } from '../lib/operations/areas.ts';
import { bundle } from './lib/bundle.ts';
import { ROOT } from './lib/project.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const startedAt = performance.now();
const { file, bytes, records } = await bundle(resolve(ROOT, values.out)).catch(endForAreas);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `Built ${file}: ${Math.round(bytes / 1024)} KiB, ${records} records derived, ${seconds} s.`,
);

/** Says what is wrong with AREAS, and ends; other errors are thrown on. */
function endForAreas(error: unknown): never {
  if (!(error instanceof AreasError)) throw error;
  console.error(error.message);
  process.exit(1);
}
