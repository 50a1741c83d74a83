// One warm container: handles the same event many times and prints each time and the heap between.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, event, runs, heapEvery] = process.argv.slice(2);
process.chdir(folder);
const { handler } = await import(pathToFileURL(join(folder, 'zapierwrapper.js')).href);

const times = [];
const heaps = [];
for (let run = 1; run <= Number(runs); run += 1) {
  const startedAt = performance.now();
  const { results } = await handler(JSON.parse(event));
  times.push(performance.now() - startedAt);
  if (results === undefined) throw new Error('The handler gave nothing.');
  if (run % Number(heapEvery) === 0) {
    globalThis.gc();
    heaps.push(process.memoryUsage().heapUsed);
  }
}
process.stdout.write(`\n${JSON.stringify({ times, heaps })}\n`);
