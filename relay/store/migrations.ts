import type { Database } from './database.ts';

/**
 * The relay's own tables, one entry a version of the schema; an entry never changes once released.
 * pg-boss keeps its queue in a schema of its own and upgrades that by itself.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE relay.setting (
     name text PRIMARY KEY,
     value bytea NOT NULL,
     key_id text
   );
   CREATE TABLE relay.subscription (
     id uuid PRIMARY KEY,
     location_id text NOT NULL,
     company_id text,
     event text NOT NULL,
     target_hash uuid NOT NULL,
     target_host text NOT NULL,
     target bytea NOT NULL,
     key_id text,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (location_id, event, target_hash)
   );
   CREATE INDEX subscription_company ON relay.subscription (company_id);
   CREATE TABLE relay.seen_event (
     key uuid PRIMARY KEY,
     seen_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE INDEX seen_event_seen_at ON relay.seen_event (seen_at);
   CREATE TABLE relay.conversation (
     hash uuid PRIMARY KEY
   );
   CREATE TABLE relay.event (
     id uuid PRIMARY KEY,
     content_type text NOT NULL,
     body bytea NOT NULL,
     key_id text,
     deliveries integer NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE TABLE relay.dead_letter (
     id uuid PRIMARY KEY,
     event_id uuid NOT NULL,
     subscription_id uuid NOT NULL,
     location_id text NOT NULL,
     event text NOT NULL,
     shared boolean NOT NULL,
     attempts integer NOT NULL,
     reason text NOT NULL,
     received_at timestamptz NOT NULL,
     died_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE INDEX dead_letter_subscription ON relay.dead_letter (subscription_id);`,
  `CREATE TABLE relay.location (
     id text PRIMARY KEY
   );
   ALTER TABLE relay.subscription
     ADD COLUMN public_id uuid,
     ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN proved_until timestamptz NOT NULL DEFAULT now() + interval '1 day',
     ADD COLUMN ask_at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN asked_at timestamptz;
   UPDATE relay.subscription SET public_id = id;
   ALTER TABLE relay.subscription ALTER COLUMN public_id SET NOT NULL;
   CREATE UNIQUE INDEX subscription_public_id ON relay.subscription (public_id);
   CREATE INDEX subscription_ask_at ON relay.subscription (ask_at);
   CREATE TABLE relay.held_delivery (
     id uuid PRIMARY KEY,
     event_id uuid NOT NULL,
     subscription_id uuid NOT NULL,
     location_id text NOT NULL,
     event text NOT NULL,
     shared boolean NOT NULL,
     held_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE INDEX held_delivery_subscription ON relay.held_delivery (subscription_id, id);`,
  `CREATE TABLE relay.wait (
     id uuid PRIMARY KEY,
     location_id text NOT NULL,
     company_id text,
     contact uuid NOT NULL,
     message_types text[],
     target_hash uuid NOT NULL,
     target_host text NOT NULL,
     target bytea NOT NULL,
     key_id text,
     since timestamptz NOT NULL,
     until timestamptz NOT NULL,
     UNIQUE (location_id, target_hash)
   );
   CREATE INDEX wait_contact ON relay.wait (contact);
   CREATE INDEX wait_company ON relay.wait (company_id);
   CREATE INDEX wait_until ON relay.wait (until);`,
  `ALTER TABLE relay.subscription
     ADD COLUMN asked_days integer NOT NULL DEFAULT 0,
     ADD COLUMN asked_day_at timestamptz;`,
  `CREATE TABLE relay.agency_location (
     location_id text PRIMARY KEY,
     company_id text NOT NULL,
     installed boolean NOT NULL,
     at timestamptz NOT NULL
   );
   CREATE INDEX agency_location_company ON relay.agency_location (company_id);`,
  `CREATE TABLE relay.remembered (
     key uuid PRIMARY KEY,
     location_id text NOT NULL,
     company_id text,
     value bytea NOT NULL,
     key_id text,
     changed_at timestamptz NOT NULL DEFAULT now(),
     forget_at timestamptz NOT NULL
   );
   CREATE INDEX remembered_location ON relay.remembered (location_id, changed_at);
   CREATE INDEX remembered_company ON relay.remembered (company_id);
   CREATE INDEX remembered_forget_at ON relay.remembered (forget_at);`,
  `ALTER TABLE relay.held_delivery ADD COLUMN bytes integer NOT NULL DEFAULT 0;
   ALTER TABLE relay.dead_letter ADD COLUMN bytes integer NOT NULL DEFAULT 0;`,
];

/** Any number, the same in every relay: two that start together upgrade one after the other. */
const UPGRADE_LOCK = 4_020_402_040;

/**
 * Brings the schema to this version, from an empty database too.
 *
 * @throws Error when the database was written by a newer relay.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    if (database.backend === 'postgres' || database.backend === 'citus') {
      await transaction.query('SELECT pg_advisory_xact_lock($1::bigint)', [UPGRADE_LOCK]);
    }
    await transaction.query('CREATE SCHEMA IF NOT EXISTS relay');
    await transaction.query(
      'CREATE TABLE IF NOT EXISTS relay.version (version integer PRIMARY KEY)',
    );
    const [row] = await transaction.query<{ version: number }>(
      'SELECT coalesce(max(version), 0)::integer AS version FROM relay.version',
    );
    const present = row?.version ?? 0;
    if (present > MIGRATIONS.length) {
      throw new Error(
        `The database has version ${present} of the relay's schema, but this relay only supports ${MIGRATIONS.length}. Run the newer relay.`,
      );
    }
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < present) continue;
      await transaction.query(migration);
      await transaction.query('INSERT INTO relay.version VALUES ($1::integer)', [index + 1]);
    }
  });
}
