import { readConfig } from '../../../relay/config.ts';
import { createLog } from '../../../relay/log.ts';
import { startRelayOn } from '../../../relay/relay.ts';
import type { Database } from '../../../relay/store/database.ts';
import { metricOf, settingsOf, type TestRelay } from './relay-process.ts';

/**
 * Starts a relay in this process: without all that a process costs, and without what only a process
 * has, such as its end by a signal, an exit code, or memory of its own.
 *
 * @param open gives its database, which it closes when it stops.
 */
export async function startRelayHere(
  environment: Record<string, string>,
  open: () => Promise<Database>,
): Promise<TestRelay> {
  const config = readConfig(settingsOf(environment));
  const log: string[] = [];
  const logger = createLog(config.logLevel, (line) => {
    log.push(line.trimEnd());
  });
  const relay = await startRelayOn(await open(), config, logger);
  let ended: Promise<void> | undefined;
  return {
    url: relay.address,
    log,
    stop: () => (ended ??= relay.stop()),
    metric: (name) => metricOf(relay.address, name),
  };
}
