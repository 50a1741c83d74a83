import { createHmac } from 'node:crypto';

import type { Addition, Backlog, Refusal } from './backlog.ts';
import { BatchRoom } from './batch-room.ts';
import type { FairLine } from './delivery/fairness.ts';
import type { RecentEvents } from './delivery/recent-events.ts';
import type { Keyring } from './encryption.ts';
import { CONVERSATION_STARTED, STEP_RESUMED } from './event-names.ts';
import type { IncomingEvent } from './events.ts';
import { digestAsUuid, newId } from './identifiers.ts';
import {
  withPrevious,
  type PreviousValues,
  type RecordOfBatch,
} from './previous/previous-values.ts';
import { EVENTS_OF } from './previous/record.ts';
import type { Storage } from './storage.ts';
import { joinAgency, leaveAgency } from './store/agencies.ts';
import type { Database, Queryable, Statement } from './store/database.ts';
import type { ClaimedDelivery, DeliveryQueue, QueuedDelivery } from './store/deliveries.ts';
import { holdDeliveries, type HeldDelivery } from './store/held-deliveries.ts';
import { insertEvents, markSeen, neverForget, unmarkSeen, type NewEvent } from './store/events.ts';
import { removeUninstalledRemembered } from './store/remembered.ts';
import {
  matchOneEvent,
  matchSubscriptions,
  removeUninstalled,
  type Match,
  type Standing,
} from './store/subscriptions.ts';
import { removeUninstalledWaits } from './store/waits.ts';
import type { Reply } from './waits/reply.ts';
import type { Waits } from './waits/waits.ts';

const MOST_EVENTS_IN_BATCH = 256;
const MOST_BYTES_IN_BATCH = 8 * 1024 * 1024;
/**
 * What may wait to be committed before new events are turned away. Where the database hangs, events
 * wait on after their senders were told to come again.
 */
const MOST_WAITING = 4096;
const MOST_BYTES_WAITING = 64 * 1024 * 1024;

/**
 * An event of more locations than this, as those of a user can be, has a batch for itself. It is delivered
 * to so many subscriptions at most: what all of these locations may have together would be too much for
 * the memory.
 */
const MOST_LOCATIONS_TOGETHER = 10;
const MOST_DELIVERIES_OF_EVENT = 10_000;

/** What became of an event. Of one that was refused nothing is stored: it may come again. */
export type Acceptance = 'new' | 'repeated' | Refusal;

/** What a batch decided about an event. One that has too many deliveries for it is for a later one. */
type Decision = Acceptance | { postponed: { deliveries: number } };

interface Waiting {
  event: IncomingEvent;
  /** How many deliveries it has, 0 as long as no batch has looked. */
  deliveries: number;
  resolve: (acceptance: Acceptance) => void;
  reject: (error: unknown) => void;
}

/** The part of the delivery loop that `Ingest` calls. */
export interface Deliverer {
  /**
   * Claims, within the transaction of a batch, what may be delivered once it is committed; by one
   * statement, or none.
   */
  claimWithin(
    transaction: Queryable,
    subscriptions: ReadonlySet<string>,
  ): Promise<ClaimedDelivery[]>;
  /** Delivers that. @param present the subscriptions that are known to be there still */
  deliver(claimed: readonly ClaimedDelivery[], present: ReadonlyMap<string, Standing>): void;
}

/**
 * What a committed batch put in line.
 *
 * @param deliveries how many.
 * @param unclaimed the subscriptions of those that were not claimed with the batch.
 */
export type OnQueued = (deliveries: number, unclaimed: ReadonlySet<string>) => void;

/** Told of the subscriptions that deliveries are held for, see store/held-deliveries.ts. */
export type OnHeld = (subscriptions: ReadonlySet<string>) => void;

/** An event that is taken, with the subscriptions that it is for. */
interface Taken {
  event: IncomingEvent;
  matched: Match[];
}

/** What a batch came to. */
interface Committed {
  decisions: Decision[];
  stored: NewEvent[];
  queued: QueuedDelivery[];
  claimed: ClaimedDelivery[];
  held: HeldDelivery[];
  /** Steps that have waited for a reply and go on. */
  resumed: number;
  /** The subscriptions that the deliveries are for. */
  standings: Map<string, Standing>;
}

/**
 * Commits events in groups: whatever arrives while one batch is being committed makes up the next,
 * so that the cost of a commit is shared by all that wait for it. A batch also takes along the events
 * whose signatures are being checked when it begins; it waits for nothing that has not arrived.
 */
export class Ingest {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #keyring: Keyring;
  readonly #line: FairLine;
  readonly #backlog: Backlog;
  readonly #recent: RecentEvents;
  readonly #conversationKey: Buffer;
  readonly #deliverer: Deliverer;
  readonly #storage: Storage;
  readonly #onQueued: OnQueued;
  readonly #onHeld: OnHeld;
  readonly #waits: Waits;
  readonly #previousValues: PreviousValues;
  readonly #onResumed: (steps: number) => void;
  readonly #onCut: (event: string, deliveries: number) => void;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #committing = 0;
  /** Whether the last batch was an event of many locations: the next one is of the others, if any wait. */
  #lastWasWide = false;
  #checking = 0;
  #onChecked = new Set<() => void>();

  constructor(parts: {
    database: Database;
    queue: DeliveryQueue;
    keyring: Keyring;
    line: FairLine;
    backlog: Backlog;
    recent: RecentEvents;
    conversationKey: Buffer;
    deliverer: Deliverer;
    storage: Storage;
    onQueued: OnQueued;
    onHeld: OnHeld;
    waits: Waits;
    previousValues: PreviousValues;
    /** Told how many steps go on with a reply. */
    onResumed: (steps: number) => void;
    /** Told of an event that has more subscriptions than it is delivered to. */
    onCut: (event: string, deliveries: number) => void;
  }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#keyring = parts.keyring;
    this.#line = parts.line;
    this.#backlog = parts.backlog;
    this.#recent = parts.recent;
    this.#conversationKey = parts.conversationKey;
    this.#deliverer = parts.deliverer;
    this.#storage = parts.storage;
    this.#onQueued = parts.onQueued;
    this.#onHeld = parts.onHeld;
    this.#waits = parts.waits;
    this.#previousValues = parts.previousValues;
    this.#onResumed = parts.onResumed;
    this.#onCut = parts.onCut;
  }

  /** Whether more waits to be committed than is good for memory. */
  get isFull(): boolean {
    return this.#waiting.length >= MOST_WAITING || this.#bytes >= MOST_BYTES_WAITING;
  }

  /**
   * Stores an event and what is to be delivered of it, unless too much waits already. One that nobody
   * has subscribed to is taken in any case.
   *
   * @returns once it is committed, or refused.
   * @throws whatever the database says when it could not be; nothing is stored then.
   */
  accept(event: IncomingEvent): Promise<Acceptance> {
    return new Promise((resolve, reject) => {
      this.#wait({ event, deliveries: 0, resolve, reject });
      if (this.#committing < this.#database.concurrency) void this.#run();
    });
  }

  /** Takes note of an event that has arrived while its signature is checked. */
  async checked<Result>(check: Promise<Result>): Promise<Result> {
    this.#checking += 1;
    try {
      return await check;
    } finally {
      this.#checking -= 1;
      // Runs after the caller that awaits the check, which may hand the event in now.
      setImmediate(() => {
        for (const listener of this.#onChecked) listener();
      });
    }
  }

  async #run(): Promise<void> {
    this.#committing += 1;
    // Requests that are being read in this turn of the event loop join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      await this.#gather();
      const batch = this.#takeBatch();
      if (batch.length === 0) break;
      await this.#commitAndAnswer(batch);
    }
    this.#committing -= 1;
  }

  async #commitAndAnswer(batch: readonly Waiting[]): Promise<void> {
    const addition = this.#backlog.open();
    try {
      const committed = await this.#commit(
        batch.map(({ event }) => event),
        addition,
      );
      addition.committed();
      this.#storage.stored();
      for (const [index, waiting] of batch.entries()) {
        const decision = committed.decisions[index] ?? 'repeated';
        if (typeof decision === 'string') waiting.resolve(decision);
        else this.#wait({ ...waiting, deliveries: decision.postponed.deliveries });
      }
      this.#passOn(committed);
    } catch (error) {
      addition.undone();
      const isOfData = isDataError(error);
      if (!isOfData) this.#storage.failed();
      if (isOfData && batch.length > 1) {
        // One of them cannot be stored: the others must not be turned away with it.
        for (const one of batch) await this.#commitAndAnswer([one]);
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  }

  /** Waits for as many checks to end as are under way. */
  async #gather(): Promise<void> {
    let left = this.#checking;
    if (left === 0) return;
    await new Promise<void>((resolve) => {
      const count = (): void => {
        left -= 1;
        if (left > 0 && this.#waiting.length < MOST_EVENTS_IN_BATCH) return;
        this.#onChecked.delete(count);
        resolve();
      };
      this.#onChecked.add(count);
    });
  }

  #passOn({ stored, queued, claimed, held, resumed, standings }: Committed): void {
    for (const { id, contentType, body } of stored) this.#recent.add(id, { contentType, body });
    if (held.length > 0) this.#onHeld(subscriptionsOf(held));
    if (resumed > 0) this.#onResumed(resumed);
    if (queued.length === 0) return;
    this.#deliverer.deliver(claimed, standings);
    const places = new Set(claimed.map(placeName));
    const unclaimed = queued.filter((delivery) => !places.has(placeName(delivery)));
    this.#onQueued(queued.length, subscriptionsOf(unclaimed));
  }

  #wait(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#bytes += waiting.event.body.length;
  }

  #takeBatch(): Waiting[] {
    const room = new BatchRoom();
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    let bytes = 0;
    for (const [index, waiting] of this.#waiting.entries()) {
      const { event, deliveries } = waiting;
      const size = event.body.length;
      const isFull = batch.length >= MOST_EVENTS_IN_BATCH || bytes + size > MOST_BYTES_IN_BATCH;
      const first = batch[0]?.event;
      if (isWide(event) && (first || this.#lastWasWide)) {
        left.push(waiting);
        continue;
      }
      if (first && (isFull || isAlone(event) || isAlone(first))) {
        left.push(...this.#waiting.slice(index));
        break;
      }
      if (!room.take(deliveries)) {
        left.push(waiting);
        continue;
      }
      batch.push(waiting);
      bytes += size;
    }
    // Nothing else waits.
    const [next] = batch.length === 0 ? left.splice(0, 1) : [];
    if (next) {
      batch.push(next);
      bytes = next.event.body.length;
    }
    this.#lastWasWide = batch.some(({ event }) => isWide(event));
    this.#waiting = left;
    this.#bytes -= bytes;
    return batch;
  }

  async #commit(events: readonly IncomingEvent[], addition: Addition): Promise<Committed> {
    const conversations = events.map((event) => this.#conversationHash(event));
    const keys = new Set(events.map(({ key }) => key));
    const hashes = new Set(conversations.filter((hash) => hash !== undefined));

    return this.#database.transaction(async (transaction) => {
      const [fresh, matches, waiting] = await Promise.all([
        markSeen(transaction, [...keys], [...hashes]),
        this.#match(transaction, events),
        this.#waits.waitingFor(
          transaction,
          events.map(({ reply }) => reply),
        ),
      ]);
      const byWanted = groupMatches(matches);
      const { decisions, taken } = admit(events, { conversations, fresh, byWanted, addition });
      // What is left was refused or postponed.
      if (fresh.events.size > 0) {
        await unmarkSeen(transaction, fresh.events, fresh.conversations);
      }

      const stored: NewEvent[] = [];
      const queued: QueuedDelivery[] = [];
      const held: HeldDelivery[] = [];
      const standings = new Map<string, Standing>();
      const installed: IncomingEvent[] = [];
      const uninstalled: IncomingEvent[] = [];
      const replies: Reply[] = [];
      const since = Date.now();
      const memory = await this.#previousValues.open(transaction, toRemember(taken, byWanted));

      for (const { event, matched } of taken) {
        if (event.type === 'INSTALL') installed.push(event);
        if (event.type === 'UNINSTALL') uninstalled.push(event);
        if (event.reply) replies.push(event.reply);
        const previous = event.record && memory.learn(event.record, since);
        if (matched.length === 0) continue;
        const id = newId();
        const body = previous ? withPrevious(event.body, previous) : event.body;
        const deliveries = matched.length;
        stored.push({ id, contentType: event.contentType, body, deliveries });
        for (const match of matched) {
          const delivery = {
            event: id,
            shared: deliveries > 1,
            subscription: match.id,
            location: match.owner,
            type: match.event,
            bytes: body.length,
          };
          if (match.provedUntil <= since) {
            held.push({ ...delivery, id: newId() });
            continue;
          }
          standings.set(match.id, match);
          const place = this.#line.place(match.owner);
          queued.push({ ...delivery, attempts: 0, since, place });
        }
      }

      const resumed = await this.#waits.resume(transaction, waiting, replies, since);
      for (const { event, delivery } of resumed) {
        stored.push(event);
        queued.push({ ...delivery, place: this.#line.place(delivery.location) });
      }

      await joinAgencies(transaction, installed);
      let claimed: ClaimedDelivery[] = [];
      const storing: Statement[] = [
        (queryable) => memory.save(queryable),
        (queryable) => insertEvents(queryable, this.#keyring, stored),
        (queryable) => this.#queue.insert(queryable, queued),
        async (queryable) => held.length > 0 && holdDeliveries(queryable, held),
      ];
      const claiming: Statement = async (queryable) => {
        claimed = await this.#deliverer.claimWithin(queryable, subscriptionsOf(queued));
      };
      if (uninstalled.length > 0) {
        // It is alone in its batch, and nobody can subscribe to it: there is nothing to store.
        for (const { key, locations, companyId, timestamp } of uninstalled) {
          const from = { locations, companyId, at: timestamp ?? since };
          // In the order in which other batches lock these: two would else wait for each other.
          await removeUninstalledRemembered(transaction, from);
          await removeUninstalledWaits(transaction, from);
          await removeUninstalled(transaction, from);
          await leaveAgency(transaction, from);
          // Nothing else would tell a repeat of it from a new one.
          if (timestamp === undefined) await neverForget(transaction, [key]);
        }
      } else if (stored.length > 0) await transaction.commitWith([...storing, claiming]);
      else await memory.save(transaction);
      return { decisions, stored, queued, claimed, held, resumed: resumed.length, standings };
    });
  }

  /** Who asked for the events of a batch. */
  async #match(transaction: Queryable, events: readonly IncomingEvent[]): Promise<Match[]> {
    const { locations, events: names } = wantedBy(events);
    const [first] = events;
    if (!first || !isWide(first)) return matchSubscriptions(transaction, locations, names);
    const found = await matchOneEvent(transaction, locations, names, MOST_DELIVERIES_OF_EVENT + 1);
    if (found.length <= MOST_DELIVERIES_OF_EVENT) return found;
    this.#onCut(first.type, MOST_DELIVERIES_OF_EVENT);
    return found.slice(0, MOST_DELIVERIES_OF_EVENT);
  }

  /**
   * A conversation as it is remembered: a keyed hash, so that the database does not reveal the id.
   */
  #conversationHash({ conversationId, locations }: IncomingEvent): string | undefined {
    if (conversationId === undefined) return undefined;
    const hex = createHmac('sha256', this.#conversationKey)
      .update(`${locations[0] ?? ''} ${conversationId}`)
      .digest('hex');
    return digestAsUuid(hex);
  }
}

/** Whether an event has a batch for itself. */
function isAlone(event: IncomingEvent): boolean {
  // An uninstall waits for others' claims and records, and they must not wait for any of its own.
  return event.type === 'UNINSTALL' || isWide(event);
}

function isWide({ locations }: IncomingEvent): boolean {
  return locations.length > MOST_LOCATIONS_TOGETHER;
}

/** Whether a database refuses a value, and not the work as such (SQLSTATE class 22). */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22');
}

function subscriptionsOf(deliveries: readonly { subscription: string }[]): Set<string> {
  return new Set(deliveries.map(({ subscription }) => subscription));
}

function placeName({ event, subscription }: QueuedDelivery): string {
  return `${event} ${subscription}`;
}

function wantedKey(location: string, event: string): string {
  return `${location} ${event}`;
}

function groupMatches(matches: readonly Match[]): Map<string, Match[]> {
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    const key = wantedKey(match.location_id, match.event);
    const group = groups.get(key);
    if (group) group.push(match);
    else groups.set(key, [match]);
  }
  return groups;
}

/** The locations and event names to look up for a batch, each once. */
function wantedBy(events: readonly IncomingEvent[]): { locations: string[]; events: string[] } {
  const names = new Set(events.map(({ type }) => type));
  // A record is remembered where somebody subscribed to any event of its kind.
  for (const { record } of events) {
    for (const name of record ? EVENTS_OF[record.kind] : []) names.add(name);
  }
  if (events.some(({ conversationId }) => conversationId !== undefined)) {
    names.add(CONVERSATION_STARTED);
  }
  return {
    locations: [...new Set(events.flatMap(({ locations }) => locations))],
    events: [...names],
  };
}

/**
 * Decides which events of a batch are taken.
 *
 * @param known conversations are those of the events, by their place in the batch; fresh is what was not
 *   seen before, of which only that of refused and postponed events is left in it.
 */
function admit(
  events: readonly IncomingEvent[],
  known: {
    conversations: readonly (string | undefined)[];
    fresh: { events: Set<string>; conversations: Set<string> };
    byWanted: ReadonlyMap<string, Match[]>;
    addition: Addition;
  },
): { decisions: Decision[]; taken: Taken[] } {
  const { conversations, fresh, byWanted, addition } = known;
  const taken: Taken[] = [];
  const room = new BatchRoom();
  const decisions = events.map((event, index): Decision => {
    if (!fresh.events.has(event.key)) return 'repeated';
    const conversation = conversations[index];
    const opens = conversation !== undefined && fresh.conversations.has(conversation);
    const matched = matchesOf(event, opens, byWanted);
    const deliveries = matched.length;
    if (!room.take(deliveries)) return { postponed: { deliveries } };
    const owners = matched.map(({ owner }) => owner);
    const refusal = addition.take(owners, event.body.length);
    if (refusal !== undefined) return refusal;
    // Deleted once used: of two copies in one batch the first is new.
    fresh.events.delete(event.key);
    if (conversation !== undefined) fresh.conversations.delete(conversation);
    taken.push({ event, matched });
    return 'new';
  });
  return { decisions, taken };
}

/** The records of events that somebody subscribed to events of, and whose they are. */
function toRemember(
  taken: readonly Taken[],
  byWanted: ReadonlyMap<string, Match[]>,
): RecordOfBatch[] {
  return taken.flatMap(({ event: { record, companyId } }) => {
    if (!record) return [];
    const [match] = EVENTS_OF[record.kind].flatMap(
      (name) => byWanted.get(wantedKey(record.locationId, name)) ?? [],
    );
    return match ? [{ record, companyId: match.company ?? companyId ?? null }] : [];
  });
}

function matchesOf(
  event: IncomingEvent,
  opensConversation: boolean,
  byWanted: ReadonlyMap<string, Match[]>,
): Match[] {
  // HighLevel has no events of these names; what calls itself so is not the relay's.
  const types = [CONVERSATION_STARTED, STEP_RESUMED].includes(event.type) ? [] : [event.type];
  if (opensConversation) types.push(CONVERSATION_STARTED);
  const matches = event.locations
    .flatMap((location) => types.flatMap((type) => byWanted.get(wantedKey(location, type)) ?? []))
    .filter(({ agency }) => agency === null || (event.companyId ?? agency) === agency);
  // What is of several locations of an agency matches its subscription with each.
  return [...new Map(matches.map((match) => [match.id, match])).values()];
}

/** Lets locations in where agencies have subscriptions for all of theirs. */
async function joinAgencies(
  transaction: Queryable,
  installed: readonly IncomingEvent[],
): Promise<void> {
  const joining = installed.flatMap(({ companyId, locations, timestamp }) =>
    companyId === undefined || timestamp === undefined
      ? []
      : locations.map((locationId) => ({ companyId, locationId, at: timestamp })),
  );
  // In the order that joinAgency asks for.
  const inOrder = joining.toSorted((one, other) => (one.locationId < other.locationId ? -1 : 1));
  for (const location of inOrder) await joinAgency(transaction, location);
}
