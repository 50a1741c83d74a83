// npm run workbench: Zapier's editor for this integration, in the browser, on the local HighLevel.
import { ensurePackage } from '../scripts/lib/package.ts';
import { startWorkbench } from './server/workbench.ts';

const DEFAULT_PORT = 4030;

console.log('Starting the workbench ...');
await ensurePackage();
const workbench = await startWorkbench({ port: portFrom(process.env['PORT']) });
console.log(`Workbench: ${workbench.address}`);
console.log('Open this URL in a browser. To stop the workbench, press Ctrl+C.');
await new Promise((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
await workbench.close();

/** @throws Error when it is no port */
function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${text}". Set it to a number from 0 to 65535, or leave it out.`);
}
