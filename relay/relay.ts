import type { Logger } from 'pino';

import { createApp } from './app.ts';
import { Backlog } from './backlog.ts';
import { BodyReader } from './body-reader.ts';
import type { Config } from './config.ts';
import { ConfigurationError } from './config.ts';
import { FairLine } from './delivery/fairness.ts';
import { DeliveryLoop } from './delivery/loop.ts';
import { RecentEvents } from './delivery/recent-events.ts';
import { LIMITS } from './delivery/scheduler.ts';
import { Housekeeping } from './housekeeping.ts';
import { closeHttpServer } from './http-server.ts';
import { Ingest } from './ingest.ts';
import { Metrics } from './metrics.ts';
import { Outbound } from './outbound.ts';
import { messageOf } from './problem.ts';
import { AccessProof } from './proof/access-proof.ts';
import { ProofKeeper } from './proof/keeper.ts';
import { steadyNow } from './steady-clock.ts';
import { Storage } from './storage.ts';
import type { Database } from './store/database.ts';
import { DeliveryQueue } from './store/deliveries.ts';
import { payloadKeys, tryToStore } from './store/events.ts';
import { migrate } from './store/migrations.ts';
import { PreviousValues } from './previous/previous-values.ts';
import { openPGlite } from './store/pglite.ts';
import { openPostgres } from './store/postgres.ts';
import { conversationKey } from './store/settings.ts';
import { keysInUse, resealTargets } from './store/subscriptions.ts';
import { WaitKeeper } from './waits/keeper.ts';
import { Waits } from './waits/waits.ts';

/** At a stop, requests under way may take so long. */
const REQUEST_GRACE_MS = 3000;
/** Other relays are asked for help no more often. */
const ASK_FOR_HELP_MS = 100;

/** A relay that runs. */
export interface Relay {
  /** Where it listens, such as `http://127.0.0.1:4020`. */
  address: string;
  /** Ends it without losing anything: see DeliveryLoop.stop. */
  stop: () => Promise<void>;
}

/**
 * Starts the relay: opens the database and upgrades its schema, starts to deliver, listens.
 *
 * @param onFailure called when it cannot go on; the process should end then.
 * @throws ConfigurationError when the database needs a key that is not at hand, or another Error
 *   when the database cannot be opened.
 */
export async function startRelay(
  config: Config,
  log: Logger,
  onFailure: (error: Error) => void,
): Promise<Relay> {
  log.info({ step: 'open the database' }, 'relay starting');
  const database = await openDatabase(config, log, onFailure).catch((error: unknown) => {
    const setting = config.databaseUrl === undefined ? 'RELAY_DATA_DIR' : 'DATABASE_URL';
    throw new Error(`The database of ${setting} cannot be opened: ${messageOf(error)}`);
  });
  try {
    return await startRelayOn(database, config, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDatabase(
  { databaseUrl, dataDirectory }: Config,
  log: Logger,
  onFailure: (error: Error) => void,
): Promise<Database> {
  if (databaseUrl !== undefined) {
    return openPostgres(databaseUrl, (error) => {
      log.warn({ reason: messageOf(error) }, 'database connection lost');
    });
  }
  log.warn(
    { folder: dataDirectory },
    'embedded PGlite: accepted events survive a crash of the process, but not a power failure; to survive that too, set DATABASE_URL',
  );
  return openPGlite(dataDirectory, onFailure);
}

/**
 * The same on a database that is open already, and that it closes when it stops.
 *
 * @throws as startRelay does; the database is left open then.
 */
export async function startRelayOn(
  database: Database,
  config: Config,
  log: Logger,
): Promise<Relay> {
  const { keyring } = config;
  log.info({ step: 'upgrade the schema' }, 'relay starting');
  await migrate(database);
  await checkKeys(database, config, log);
  const [queue, hashKey] = await Promise.all([
    DeliveryQueue.open(database, (error) => {
      log.error({ reason: messageOf(error) }, 'queue maintenance failed');
    }),
    conversationKey(database, keyring),
  ]);
  await resealTargets(database, keyring, (subscription, error) => {
    log.error({ subscription, reason: messageOf(error) }, 'subscription not readable');
  });

  log.info({ step: 'look at what waits' }, 'relay starting');
  const metrics = new Metrics();
  const line = new FairLine();
  const backlog = new Backlog(config.backlog);
  const recent = new RecentEvents();
  line.restore(await queue.places());
  const outbound = new Outbound(LIMITS.quick + 2 * LIMITS.troubled);
  const loop = new DeliveryLoop({
    database,
    queue,
    keyring,
    line,
    recent,
    outbound,
    allowed: config.targets,
    times: config.delivery,
    metrics,
    log,
    onHeld: (subscriptions) => {
      keeper.held(subscriptions);
    },
  });
  const storage = new Storage((bytes) => tryToStore(database, keyring, bytes));
  let askedForHelp = Number.NEGATIVE_INFINITY;
  const askForHelp = (): void => {
    if (steadyNow() - askedForHelp < ASK_FOR_HELP_MS) return;
    askedForHelp = steadyNow();
    database.notify().catch((error: unknown) => {
      log.warn({ reason: messageOf(error) }, 'no notification');
    });
  };
  const waits = new Waits(hashKey);
  const ingest = new Ingest({
    database,
    queue,
    keyring,
    line,
    backlog,
    recent,
    conversationKey: hashKey,
    deliverer: loop,
    storage,
    onQueued: (deliveries, unclaimed) => {
      metrics.queueDepth.inc(deliveries);
      if (loop.wakeFor(unclaimed)) askForHelp();
    },
    onHeld: (subscriptions) => {
      keeper.held(subscriptions);
    },
    waits,
    previousValues: new PreviousValues(hashKey, keyring),
    onResumed: (steps) => {
      metrics.waitsEnded.inc({ result: 'replied' }, steps);
    },
    onCut: (event, deliveries) => {
      log.warn(
        { event, deliveries },
        'too many subscriptions to one event: it goes to the first ones',
      );
    },
  });
  const housekeeping = new Housekeeping({
    database,
    backlog,
    limits: config.backlog,
    metrics,
    log,
  });
  const onQueued = (deliveries: number): void => {
    metrics.queueDepth.inc(deliveries);
    loop.wake();
    askForHelp();
  };
  const common = { database, queue, keyring, line, metrics, log, onQueued };
  const keeper = new ProofKeeper({ ...common, lastsMs: config.proofLastsMs });
  const waitKeeper = new WaitKeeper({ ...common, waits });
  const proof = new AccessProof(config.highLevelUrl, config.proofLastsMs, config.appId);
  let stopping = false;
  const app = createApp({
    log,
    ingest,
    keys: config.webhookKeys,
    metrics,
    bodies: new BodyReader(),
    database,
    keyring,
    proof,
    proofLastsMs: config.proofLastsMs,
    onProved: () => {
      keeper.release().catch((error: unknown) => {
        log.error({ reason: messageOf(error) }, 'held events could not be released');
      });
    },
    waits,
    appId: config.appId,
    trustedProxies: config.trustedProxies,
    targets: config.targets,
    targetTakes: config.targetTakes,
    adminToken: config.adminToken,
    queue,
    line,
    retryAll: () => {
      loop.retryAll();
    },
    storage,
    isStopping: () => stopping,
  });

  await housekeeping.start();
  const stopListening = await database.listen(() => {
    loop.wake();
  });
  loop.start();
  keeper.start();
  waitKeeper.start();

  const stop = async (): Promise<void> => {
    stopping = true;
    // Requests under way are answered, and so committed, before the rest goes.
    await closeHttpServer(app, REQUEST_GRACE_MS);
    await Promise.all([keeper.stop(), waitKeeper.stop()]);
    await loop.stop();
    await Promise.all([stopListening(), housekeeping.stop(), outbound.close(), proof.close()]);
    await queue.close();
    await database.close();
  };

  try {
    const address = await app.listen({ host: config.host, port: config.port });
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Subscriptions must be readable with the keys at hand; payloads that are not are named. */
async function checkKeys(database: Database, { keyring }: Config, log: Logger): Promise<void> {
  const lacking = (ids: readonly (string | null)[]): string[] =>
    ids.filter((id) => id !== null).filter((id) => !keyring.keyIds.includes(id));
  const missing = lacking(await keysInUse(database));
  if (missing.length > 0) {
    throw new ConfigurationError([
      `RELAY_ENCRYPTION_KEY does not contain the key ${missing.join(', ')}, which stored subscriptions are encrypted with. Add the old key as the second one.`,
    ]);
  }
  const keys = lacking(await payloadKeys(database));
  if (keys.length > 0) {
    log.error(
      { keys },
      'RELAY_ENCRYPTION_KEY does not contain the keys of some stored payloads, which become dead letters. Add the old key as the second one, and replay them',
    );
  }
}
