// One warm container: handles the same event many times and prints the processor time of each, which
// other work on the machine changes little, and the heap between.
// With `whole`, by the handler that core makes when the app's entry leaves it alone.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, event, runs, heapEvery, whole] = process.argv.slice(2);
process.chdir(folder);
const wrapper = join(folder, 'zapierwrapper.js');
const { handler: own, appRaw } = await import(pathToFileURL(wrapper).href);
const createHandler = createRequire(wrapper)(
  'zapier-platform-core/src/tools/create-lambda-handler',
);
const handler = whole === 'whole' ? createHandler(appRaw) : own;

const times = [];
const heaps = [];
for (let run = 1; run <= Number(runs); run += 1) {
  const before = process.cpuUsage();
  const { results } = await handler(JSON.parse(event));
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
  if (results === undefined) throw new Error('The handler gave nothing.');
  if (run % Number(heapEvery) === 0) {
    globalThis.gc();
    heaps.push(process.memoryUsage().heapUsed);
  }
}
process.stdout.write(`\n${JSON.stringify({ times, heaps })}\n`);
