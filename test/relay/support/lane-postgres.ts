import { randomUUID } from 'node:crypto';

import type { Database } from '../../../relay/store/database.ts';
import { DeliveryQueue } from '../../../relay/store/deliveries.ts';
import { migrate } from '../../../relay/store/migrations.ts';
import { openPostgres } from '../../../relay/store/postgres.ts';
import { databaseAt, fail, type MakeDatabase } from './database.ts';

/** What databases of tests are copied from. */
const TEMPLATE = 'relay_template';
/** Any number, the same in every process of the lane: only one of them makes the template. */
const TEMPLATE_LOCK = 4_020_402_041;

/** A database of its own on the lane's PostgreSQL server, with the relay's tables and nothing in them. */
export const makeLanePostgres: MakeDatabase = async () => {
  const administration = await openLane('postgres');
  await keepTemplate(administration);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Of two ways to copy, the one by files takes half the processor time.
  await administration.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  await administration.close();
  return databaseAt(addressOf(name));
};

function addressOf(database: string): string {
  const server = process.env['RELAY_LANE_POSTGRES'];
  if (server === undefined) throw new Error('lane-setup.mjs has not run.');
  return new URL(`/${database}`, server).href;
}

function openLane(database: string): Promise<Database> {
  return openPostgres(addressOf(database), () => undefined);
}

/** Makes the template, unless there is one. */
async function keepTemplate(administration: Database): Promise<void> {
  await administration.transaction(async (lock) => {
    await lock.query('SELECT pg_advisory_xact_lock($1::bigint)', [TEMPLATE_LOCK]);
    const found = await lock.query('SELECT FROM pg_database WHERE datname = $1::text', [TEMPLATE]);
    if (found.length > 0) return;
    // Not within the transaction, in which no database can be made.
    const unfinished = `${TEMPLATE}_unfinished`;
    await administration.query(`DROP DATABASE IF EXISTS ${unfinished}`);
    await administration.query(`CREATE DATABASE ${unfinished}`);
    const database = await openLane(unfinished);
    await migrate(database);
    const queue = await DeliveryQueue.open(database, fail);
    await queue.close();
    await database.close();
    await administration.query(`ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE}`);
  });
}
