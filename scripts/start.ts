// npm start: the main job, end to end, on this machine. `--agency` shows an agency's in its place,
// `--keep` leaves the servers running.
import pc from 'picocolors';

import {
  HookCatcher,
  PackagedApp,
  SandboxClient,
  startRelay,
  startSandbox,
  type RunningServer,
} from '../local/index.ts';
import { ensurePackage } from './lib/package.ts';
import { agencyJob } from './start/agency-job.ts';
import { mainJob } from './start/main-job.ts';
import { Narrator, StepFailed } from './start/narrator.ts';
import { startWorkbench } from './start/workbench.ts';

const keep = process.argv.includes('--keep');
const [job, shown] = process.argv.includes('--agency')
  ? [agencyJob, 'sign-in of an agency, a Zap for two clients, an uninstall']
  : [mainJob, 'sign-in, instant trigger, poll, search, reply, status, read'];
const startedAt = performance.now();
const tell = new Narrator();
const running: { close(): Promise<void> }[] = [];

try {
  const { servers, ...parts } = await startParts();
  await job(tell, parts);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n${pc.green('Everything worked')}: ${tell.steps} steps in ${seconds} s: ${shown}.`);
  if (keep) {
    const workbench = await startWorkbench();
    running.push(workbench);
    await stayUp({ ...servers, Workbench: workbench });
  }
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`\n${pc.red('Failed')} at "${error.step}": ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const part of running.reverse()) await part.close();
}

interface Started {
  app: PackagedApp;
  sandbox: SandboxClient;
  hooks: HookCatcher;
  servers: Record<string, RunningServer>;
}

async function startParts(): Promise<Started> {
  tell.heading('Start');
  const highLevel = await tell.step('Start the local HighLevel', async () => {
    const server = await startSandbox();
    running.push(server);
    return { result: server, details: [['at', server.url]] };
  });
  const sandbox = new SandboxClient(highLevel.url);
  const hooks = await HookCatcher.start();
  running.push(hooks);
  const relay = await tell.step('Start the webhook relay', async () => {
    const server = await startRelay({ sandbox, hooks });
    running.push(server);
    return { result: server, details: [['at', server.url]] };
  });
  const app = await tell.step('Package the connector and load it as Zapier does', async () => {
    const { buildBytes } = await ensurePackage();
    const loaded = await PackagedApp.open({ env: await sandbox.connectorSettings(relay.url) });
    running.push(loaded);
    const { version } = await loaded.definition();
    return {
      result: loaded,
      details: [
        ['build.zip', `version ${String(version)}, ${Math.round(buildBytes / 1024)} KB`],
        ['loaded in', `${Math.round(loaded.startMs)} ms`],
      ],
    };
  });
  return { app, sandbox, hooks, servers: { 'Local HighLevel': highLevel, Relay: relay } };
}

/** Until Ctrl+C. */
async function stayUp(servers: Record<string, Pick<RunningServer, 'url'>>): Promise<void> {
  console.log('\nStill running, until you press Ctrl+C:');
  for (const [name, { url }] of Object.entries(servers)) console.log(`  ${name.padEnd(16)} ${url}`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
