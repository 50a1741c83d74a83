import type { FairLine } from '../../../relay/delivery/fairness.ts';
import { Keyring } from '../../../relay/encryption.ts';
import { newId } from '../../../relay/identifiers.ts';
import type { Queryable } from '../../../relay/store/database.ts';
import type { DeliveryQueue } from '../../../relay/store/deliveries.ts';
import { insertEvents } from '../../../relay/store/events.ts';
import { inboundMessage } from './highlevel.ts';

/** Stores events of a location and puts their deliveries in line, as a relay does that accepts them. */
export async function putInLine(
  transaction: Queryable,
  { queue, line }: { queue: DeliveryQueue; line: FairLine },
  { subscription, location }: { subscription: string; location: string },
  total: number,
): Promise<void> {
  const events = Array.from({ length: total }, () => ({
    id: newId(),
    contentType: 'application/json',
    body: inboundMessage({ locationId: location }),
    deliveries: 1,
  }));
  await insertEvents(transaction, new Keyring([]), events);
  await queue.insert(
    transaction,
    events.map(({ id, body }) => ({
      event: id,
      shared: false,
      subscription,
      location,
      type: 'InboundMessage',
      bytes: body.length,
      attempts: 0,
      since: Date.now(),
      place: line.place(location),
    })),
  );
}

/** What a subscription is called in the database, by its public id. */
export async function subscriptionId(on: Queryable, publicId: string): Promise<string> {
  const [row] = await on.query<{ id: string }>(
    'SELECT id FROM relay.subscription WHERE public_id = $1::uuid',
    [publicId],
  );
  if (!row) throw new Error('There is no such subscription.');
  return row.id;
}
