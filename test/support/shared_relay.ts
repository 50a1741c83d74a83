import {
  relaySettings,
  sendWebhooksTo,
  startRelay,
  type RelayParts,
  type RunningServer,
} from '../../local/index.ts';
import type { TestDatabase } from '../relay/support/database.ts';
import { closeLanePGlite, makeLanePGlite } from '../relay/support/lane-pglite.ts';
import { startRelayHere } from '../relay/support/relay-here.ts';

let database: TestDatabase | undefined;
let running: RunningServer | undefined;

/**
 * Starts a relay on an empty database in this process, for suites that look at what it does and not at
 * its process. The relay before it ends.
 */
export async function startEmptyRelay(parts: RelayParts): Promise<RunningServer> {
  await endRelay();
  database?.remove();
  database = await makeLanePGlite({ here: true });
  return startRelayAgain(parts);
}

/** Starts one in a process of its own. The relay before it ends. */
export async function startProcessRelay(parts: RelayParts): Promise<RunningServer> {
  await endRelay();
  running = await startRelay(parts);
  return running;
}

/** Starts one in this process with all that the relay before it has stored. */
export async function startRelayAgain({ env = {}, ...parts }: RelayParts): Promise<RunningServer> {
  await endRelay();
  if (!database) throw new Error('There was no relay before.');
  const settings = { ...(await relaySettings(parts)), ...env };
  const { url, log, stop } = await startRelayHere(settings, database.open);
  let isRunning = true;
  running = {
    url,
    get isRunning() {
      return isRunning;
    },
    output: () => log.join('\n'),
    close: async () => {
      isRunning = false;
      await stop();
    },
  };
  await sendWebhooksTo(parts.sandbox, running);
  return running;
}

/** Ends the relay that runs, if one does. */
export async function endRelay(): Promise<void> {
  await running?.close();
  running = undefined;
}

/** Ends it and closes its database. */
export async function closeRelays(): Promise<void> {
  await endRelay();
  await closeLanePGlite();
  database = undefined;
}
