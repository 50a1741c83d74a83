// One warm container under Node's profiler: handles the same event many times and prints who used
// which part of the processor's time.
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const WARM_UP = 50;

const [folder, event, runs] = process.argv.slice(2);
process.chdir(folder);
const { handler } = await import(pathToFileURL(join(folder, 'zapierwrapper.js')).href);

async function handle(times) {
  for (let run = 0; run < times; run += 1) await handler(JSON.parse(event));
}

await handle(WARM_UP);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.start');
await handle(Number(runs));
const { profile } = await session.post('Profiler.stop');
session.disconnect();

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(
  profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
);

/** Whose work a sample is: from where the processor was, outwards. */
function ownerOf(sample) {
  const { functionName, url } = nodes.get(sample).callFrame;
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage';
  for (let id = sample; id !== undefined; id = parents.get(id)) {
    if (nodes.get(id).callFrame.functionName === 'prepareApp') return 'definition';
  }
  if (url.includes('/node_modules/')) return 'platform';
  return url.startsWith('file:') ? 'connector' : 'node';
}

const times = { definition: 0, garbage: 0, platform: 0, connector: 0, node: 0 };
for (const [index, sample] of profile.samples.entries()) {
  const owner = ownerOf(sample);
  if (owner) times[owner] += profile.timeDeltas[index];
}
process.stdout.write(`\n${JSON.stringify(times)}\n`);
