import { createHmac } from 'node:crypto';

import { STEP_RESUMED } from '../event-names.ts';
import { digestAsUuid, newId } from '../identifiers.ts';
import type { Queryable } from '../store/database.ts';
import type { QueuedDelivery } from '../store/deliveries.ts';
import type { NewEvent } from '../store/events.ts';
import {
  takeOverdue,
  takeWaits,
  waitsFor,
  type TakenWait,
  type WaitingStep,
} from '../store/waits.ts';
import type { Reply } from './reply.ts';

/** A step that goes on: the event to store, and its one delivery. */
export interface Resumption {
  event: NewEvent;
  delivery: Omit<QueuedDelivery, 'place'>;
}

/**
 * The steps of Zaps that wait for a contact's reply. Whoever takes a wait out of the database resumes
 * its step; what was taken is nowhere any longer, so that no step is resumed twice.
 *
 * What is delivered names the reply and contains none of its content: the step reads that from HighLevel
 * with its own access, which may have ended while it waited.
 */
export class Waits {
  readonly #key: Buffer;

  /** @param key of the hashes by which contacts are remembered. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** A contact as it is remembered: a keyed hash, so the database does not reveal the id. */
  contactHash(locationId: string, contactId: string): string {
    const digest = createHmac('sha256', this.#key).update(`wait ${locationId} ${contactId}`);
    return digestAsUuid(digest.digest('hex'));
  }

  /** The steps that wait for somebody who wrote. */
  async waitingFor(
    queryable: Queryable,
    replies: readonly (Reply | undefined)[],
  ): Promise<WaitingStep[]> {
    const contacts = new Set(
      replies.flatMap((reply) =>
        reply ? this.contactHash(reply.locationId, reply.contactId) : [],
      ),
    );
    return contacts.size === 0 ? [] : waitsFor(queryable, [...contacts]);
  }

  /**
   * Resumes the steps that these replies are for, each with the first that fits.
   *
   * @param waiting from {@link waitingFor}, in the same transaction.
   */
  async resume(
    transaction: Queryable,
    waiting: readonly WaitingStep[],
    replies: readonly Reply[],
    now: number,
  ): Promise<Resumption[]> {
    const answered = new Map<string, Reply>();
    for (const reply of replies) {
      const contact = this.contactHash(reply.locationId, reply.contactId);
      for (const step of waiting) {
        if (step.contact !== contact || answered.has(step.id)) continue;
        if (fits(step, reply)) answered.set(step.id, reply);
      }
    }
    if (answered.size === 0) return [];
    const taken = await takeWaits(transaction, [...answered.keys()], now);
    return taken.flatMap((wait) => {
      const reply = answered.get(wait.id);
      return reply ? resumption(wait, now, { result: 'replied', ...contentOf(reply) }) : [];
    });
  }

  /** Resumes steps whose time is over, some hundred at a time. */
  async resumeOverdue(transaction: Queryable, now: number): Promise<Resumption[]> {
    const taken = await takeOverdue(transaction, now);
    return taken.map((wait) => resumption(wait, now, { result: 'timed_out' }));
  }
}

/** A message that was sent before the wait began, and comes late or again, answers nothing. */
function fits({ messageTypes, since }: WaitingStep, { messageType, at }: Reply): boolean {
  if (at !== undefined && at < since) return false;
  return messageTypes === null || messageTypes.includes(messageType);
}

function contentOf({ contactId, conversationId, messageId, emailMessageId, at }: Reply) {
  return {
    contactId,
    conversationId,
    messageId,
    emailMessageId,
    repliedAt: at === undefined ? undefined : new Date(at).toISOString(),
  };
}

function resumption(
  { id, locationId }: TakenWait,
  now: number,
  content: Record<string, string | undefined>,
): Resumption {
  const event = newId();
  const body = Buffer.from(
    JSON.stringify({ type: STEP_RESUMED, waitId: id, locationId, ...content }),
  );
  return {
    event: { id: event, contentType: 'application/json', body, deliveries: 1 },
    delivery: {
      event,
      shared: false,
      subscription: id,
      location: locationId,
      type: STEP_RESUMED,
      bytes: body.length,
      attempts: 0,
      since: now,
    },
  };
}
