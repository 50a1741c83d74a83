import type { Database, Queryable } from './database.ts';
import { STEP_RESUMED } from '../event-names.ts';
import { removeSubscriptions, type ProofTimes } from './subscriptions.ts';
import { millisecondsOf, timeOf } from './times.ts';

const DAY_MS = 24 * 3600_000;
/** How long a subscription stays whose access is never proved again. */
export const UNPROVED_FOR_MS = 30 * DAY_MS;
/**
 * On how many days it must have been asked in vain. A clock that jumps, a restored backup or a relay
 * that stood still for a month make a proof old, and yet nobody had the time to give another.
 */
const UNPROVED_ON_DAYS = 21;
const MOST_AT_ONCE = 500;

/** A subscription whose subscriber is to be asked for a proof. */
export interface AskedSubscription {
  id: string;
  publicId: string;
  /** Whose it is, by name. */
  owner: string;
  event: string;
  /** Milliseconds since 1970. */
  provedUntil: number;
}

/**
 * Writes down that a subscriber has proved its access again. A proof that is not newer than the one
 * that is known changes nothing.
 *
 * @returns until when the subscription's access counts as proved (milliseconds since 1970), undefined
 *   when there is no such subscription.
 */
export async function renewProof(
  transaction: Queryable,
  publicId: string,
  companyId: string | undefined,
  { at, until, askAt }: ProofTimes,
): Promise<number | undefined> {
  await transaction.query(
    `UPDATE relay.subscription
       SET company_id = $2::text, proved_at = ${timeOf('$3')}, proved_until = ${timeOf('$4')},
           ask_at = ${timeOf('$5')}, asked_days = 0, asked_day_at = NULL
       WHERE public_id = $1::uuid AND proved_at < ${timeOf('$3')}`,
    [publicId, companyId ?? null, at, until, askAt],
  );
  const [row] = await transaction.query<{ until: number }>(
    `SELECT ${millisecondsOf('proved_until')} AS until FROM relay.subscription
     WHERE public_id = $1::uuid`,
    [publicId],
  );
  return row?.until;
}

/** From now on nothing is delivered to a subscription until its access is proved again. */
export async function endProof(queryable: Queryable, publicId: string, now: number): Promise<void> {
  await queryable.query(
    `UPDATE relay.subscription SET proved_until = least(proved_until, ${timeOf('$2')})
     WHERE public_id = $1::uuid`,
    [publicId, now],
  );
}

/** Has subscribers asked for a proof now, but for those that were asked since `notSince`. */
export async function askSoon(
  queryable: Queryable,
  ids: readonly string[],
  { now, notSince }: { now: number; notSince: number },
): Promise<void> {
  await queryable.query(
    `UPDATE relay.subscription SET ask_at = ${timeOf('$2')} WHERE id IN (
       SELECT id FROM relay.subscription
       WHERE id = ANY($1::uuid[]) AND ask_at > ${timeOf('$2')}
         AND (asked_at IS NULL OR asked_at <= ${timeOf('$3')})
       FOR UPDATE SKIP LOCKED
     )`,
    [ids, now, notSince],
  );
}

/**
 * Takes some hundred subscriptions whose subscribers are to be asked for a proof now, and sets when
 * they are asked the next time.
 *
 * @param times in milliseconds: the present, and the waits while the last proof counts and after.
 */
export async function takeDue(
  transaction: Queryable,
  { now, again, late }: { now: number; again: number; late: number },
): Promise<AskedSubscription[]> {
  const isAnotherDay = `coalesce(asked_day_at <= ${timeOf('$4')}, true)`;
  return transaction.query<AskedSubscription>(
    `UPDATE relay.subscription
     SET asked_at = ${timeOf('$1')},
         asked_days = asked_days + CASE WHEN ${isAnotherDay} THEN 1 ELSE 0 END,
         asked_day_at = CASE WHEN ${isAnotherDay} THEN ${timeOf('$1')} ELSE asked_day_at END,
         ask_at = CASE WHEN proved_until > ${timeOf('$1')} THEN ${timeOf('$2')} ELSE ${timeOf('$3')} END
     WHERE id IN (
       SELECT id FROM relay.subscription WHERE ask_at <= ${timeOf('$1')}
       ORDER BY ask_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED
     )
     RETURNING id, public_id AS "publicId", location_id AS owner, event,
               ${millisecondsOf('proved_until')} AS "provedUntil"`,
    [now, now + again, now + late, now - DAY_MS],
  );
}

/** How many subscriptions get nothing until their access is proved again. */
export async function countUnproved(queryable: Queryable, now: number): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM relay.subscription WHERE proved_until <= ${timeOf('$1')}`,
    [now],
  );
  return row?.count ?? 0;
}

/**
 * Removes some hundred subscriptions whose access was not proved for long, however often they were
 * asked, and what is left of steps that were resumed, which prove nothing and returns their ids.
 */
export async function removeUnproved(database: Database, now: number): Promise<string[]> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<{ publicId: string }>(
      `SELECT public_id AS "publicId" FROM relay.subscription
       WHERE proved_at < ${timeOf('$1')} AND (asked_days >= $2::integer OR event = $3::text)
       LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`,
      [now - UNPROVED_FOR_MS, UNPROVED_ON_DAYS, STEP_RESUMED],
    );
    const publicIds = rows.map(({ publicId }) => publicId);
    await removeSubscriptions(transaction, publicIds);
    return publicIds;
  });
}
