// npm start: the main job, end to end, on this machine. `--keep` leaves the servers running.
import pc from 'picocolors';

import { toText } from '../resources/values.ts';
import { Catcher } from '../test/support/catcher.ts';
import { PackagedApp } from '../test/support/packaged-app.ts';
import { SandboxClient } from '../test/support/sandbox-client.ts';
import { startRelay, startSandbox, type RunningServer } from '../test/support/servers.ts';
import { ensurePackage } from './lib/package.ts';
import { mainJob } from './start/main-job.ts';
import { Narrator, StepFailed } from './start/narrator.ts';

const keep = process.argv.includes('--keep');
const startedAt = performance.now();
const tell = new Narrator();
const running: { close(): Promise<void> }[] = [];

try {
  const { servers, ...parts } = await startParts();
  await mainJob(tell, parts);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `\n${pc.green('Everything worked')}: ${tell.steps} steps in ${seconds} s: sign-in, instant trigger, poll, search, reply, status, read.`,
  );
  if (keep) await stayUp(servers);
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
  catcher: Catcher;
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
  const info = await sandbox.info();
  const catcher = await Catcher.start();
  running.push(catcher);
  const relay = await tell.step('Start the webhook relay', async () => {
    const server = await startRelay({
      HIGHLEVEL_API_URL: highLevel.url,
      HIGHLEVEL_WEBHOOK_PUBLIC_KEY: toText(info['webhookPublicKey']) ?? '',
      RELAY_TARGET_HOSTS: catcher.origin,
    });
    running.push(server);
    await sandbox.post('/webhooks', { url: `${server.url}/webhooks/highlevel` });
    return { result: server, details: [['at', server.url]] };
  });
  const app = await tell.step('Package the connector and load it as Zapier does', async () => {
    const { buildBytes } = await ensurePackage();
    const loaded = await PackagedApp.open({
      env: {
        CLIENT_ID: toText(info['clientId']) ?? '',
        CLIENT_SECRET: toText(info['clientSecret']) ?? '',
        HIGHLEVEL_API_URL: highLevel.url,
        HIGHLEVEL_AUTHORIZE_URL: toText(info['authorizeUrl']) ?? '',
        HOOK_RELAY_URL: relay.url,
      },
    });
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
  return { app, sandbox, catcher, servers: { 'Local HighLevel': highLevel, Relay: relay } };
}

/** Until Ctrl+C. */
async function stayUp(servers: Record<string, RunningServer>): Promise<void> {
  console.log('\nStill running, until you press Ctrl+C:');
  for (const [name, { url }] of Object.entries(servers)) console.log(`  ${name.padEnd(16)} ${url}`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
