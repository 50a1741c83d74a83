import { LocalZapier, signIn } from '../../local/index.ts';
import { exitWhenTold } from './light-lane/exit-when-told.ts';
import { atLaneEnd } from './light-lane/lane-end.ts';
import { closeRelays, endRelay, startEmptyRelay, startProcessRelay } from './shared_relay.ts';

let zapier: Promise<LocalZapier> | undefined;

export interface SharedZapierOptions {
  /** Whether the webhook relay runs too: in this process, or in one of its own. */
  relay?: boolean | 'process';
  /** More settings of the relay. */
  relaySettings?: Record<string, string>;
}

/**
 * Zapier on this machine as it is just after its start, which the suites of a process share: those that
 * change nothing but HighLevel's data, and what the relay stores. It writes no log lines about requests.
 * It ends with the lane; a suite with other settings starts a `LocalZapier` of its own.
 */
export async function sharedZapier({
  relay: wanted = false,
  relaySettings: env = {},
}: SharedZapierOptions = {}): Promise<LocalZapier> {
  zapier ??= start();
  const shared = await zapier;
  const { app, sandbox, hooks } = shared;
  await endRelay();
  await shared.reset();
  hooks.refuseWith(undefined);
  app.requestLog = false;
  const startRelay = wanted === 'process' ? startProcessRelay : startEmptyRelay;
  const relay = wanted ? await startRelay({ sandbox, hooks, env }) : undefined;
  if (!relay) await sandbox.post('/webhooks', { url: null });
  app.env = await sandbox.connectorSettings(relay?.url);
  const { locationId = '' } = shared.authData;
  const { authData } = await signIn(app, { decision: 'allow', location_id: locationId });
  return shared.beside({ authData, ...(relay && { relay }) });
}

/** Does something while Zapier writes down requests as it does for a developer; its log is empty before. */
export async function withRequestLog<Result>(
  { app }: LocalZapier,
  act: () => Promise<Result>,
): Promise<Result> {
  app.rpc.reset();
  app.requestLog = true;
  try {
    return await act();
  } finally {
    app.requestLog = false;
  }
}

async function start(): Promise<LocalZapier> {
  exitWhenTold();
  const started = await LocalZapier.start({ requestLog: false });
  atLaneEnd(async () => {
    await closeRelays();
    await started.close();
  });
  return started;
}
