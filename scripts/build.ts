// npm run build: bundles the connector into dist/, or into the folder given as `--out`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { bundle } from './lib/bundle.ts';
import { ROOT } from './lib/project.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const startedAt = performance.now();
const { file, bytes, records } = await bundle(resolve(ROOT, values.out));
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `Built ${file}: ${Math.round(bytes / 1024)} KiB, ${records} records derived, ${seconds} s.`,
);
