// A new process, as each cold start at Zapier: imports the unpacked zip, handles one event, and
// prints how long that took since the process began.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, event] = process.argv.slice(2);
process.chdir(folder);
const wrapper = await import(pathToFileURL(join(folder, 'zapierwrapper.js')).href);
const { results } = await wrapper.handler(JSON.parse(event));
const ms = performance.now();
process.stdout.write(`\n${JSON.stringify({ ms, isAnswer: results !== undefined })}\n`);
