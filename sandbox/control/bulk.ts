import type { FastifyInstance } from 'fastify';

import { badRequest } from '../http/errors.ts';
import { between, boolean, number, oneOf, readBody, string } from '../http/validate.ts';
import { HARBOUR } from '../seed/ids.ts';
import { origin } from '../seed/objects.ts';
import type { Sandbox } from '../sandbox.ts';
import { newBusiness } from '../state/businesses.ts';
import { CHANNELS, type ChannelName } from '../state/channels.ts';
import { newContact } from '../state/contacts.ts';
import { newConversation, type Stored, storeMessage } from '../state/conversing.ts';
import type { EmailDraft } from '../state/email-threads.ts';
import { newId, newObjectId } from '../state/ids.ts';
import type { ObjectRecord } from '../state/objects.ts';
import { newOpportunity, type Opportunity } from '../state/opportunities.ts';
import type { Contact, Conversation } from '../state/records.ts';
import { contactEvent, messageEvent, unreadEvent } from '../webhooks/events.ts';
import { opportunityEvent } from '../webhooks/opportunity-events.ts';

const MOST = 100_000;

/** Ids that an answer lists at most. */
const LISTED = 10_000;

const isChannel = (name: string): name is ChannelName => name in CHANNELS;

const aboutOne = between(1, MOST, number);

const readBulk = (body: unknown) =>
  readBody(
    body,
    {
      kind: oneOf(['companies', 'contacts', 'conversations', 'messages', 'opportunities']),
      count: aboutOne,
    },
    {
      locationId: string,
      conversationId: string,
      channel: string,
      direction: oneOf(['inbound', 'outbound']),
      body: string,
      firstName: string,
      lastName: string,
      withinMs: between(0, Number.MAX_SAFE_INTEGER, number),
      perMoment: aboutOne,
      threads: aboutOne,
      events: boolean,
    },
  );

type Bulk = ReturnType<typeof readBulk>;

/** Makes the records of one call, and keeps those of all calls apart by their number. */
class BulkMaker {
  readonly #sandbox: Sandbox;
  /** Counts on over all calls: names, addresses and phone numbers are made of it. */
  #made = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Ids of what was made, the oldest first. */
  make(bulk: Bulk): string[] {
    const channel = bulk.channel ?? 'SMS';
    if (!isChannel(channel)) throw badRequest('channel is not known');
    const { count, perMoment = 1, withinMs = 3_600_000 } = bulk;
    const now = this.#sandbox.now();
    const step = (withinMs / count) * perMoment;
    const places = bulk.kind === 'messages' ? this.#conversations(bulk) : [];
    const threads: (string | undefined)[] = [];
    const ids: string[] = [];
    for (let age = count - 1; age >= 0; age -= 1) {
      const at = Math.round(now - Math.floor(age / perMoment) * step);
      if (bulk.kind === 'contacts') {
        ids.push(this.#contact(bulk, at).id);
        continue;
      }
      if (bulk.kind === 'companies') {
        ids.push(this.#company(bulk, at).id);
        continue;
      }
      if (bulk.kind === 'opportunities') {
        ids.push(this.#opportunity(bulk, at).id);
        continue;
      }
      const conversation = places[age % places.length] ?? this.#conversation(bulk, at);
      const thread = age % (bulk.threads ?? count);
      const known = threads[thread];
      const { message, email } = this.#message(bulk, channel, conversation, at, known);
      threads[thread] = email?.threadId;
      ids.push(bulk.kind === 'conversations' ? conversation.id : (email ?? message).id);
    }
    return ids;
  }

  #conversations({ conversationId, locationId = HARBOUR }: Bulk): Conversation[] {
    const { conversations } = this.#sandbox.store;
    const found =
      conversationId === undefined
        ? conversations.filter((one) => one.locationId === locationId)
        : conversations.filter(({ id }) => id === conversationId);
    if (found.length === 0) throw badRequest('There is no conversation for the messages');
    return found;
  }

  #contact(bulk: Bulk, at: number): Contact {
    this.#made += 1;
    const number = String(this.#made);
    const contact = newContact(
      {
        id: newId(),
        locationId: bulk.locationId ?? HARBOUR,
        firstName: bulk.firstName ?? 'Bulk',
        lastName: bulk.lastName ?? number,
        email: `bulk.${number}@example.com`,
        phone: `+1999${number.slice(-7).padStart(7, '0')}`,
      },
      at,
    );
    this.#fire(bulk, contactEvent(this.#sandbox, 'ContactCreate', contact));
    return this.#sandbox.store.contacts.add(contact);
  }

  #company(bulk: Bulk, at: number): ObjectRecord {
    this.#made += 1;
    const name = `Bulk company ${String(this.#made)}`;
    const company = newBusiness(
      newObjectId(),
      bulk.locationId ?? HARBOUR,
      { name },
      origin('bulk', at),
    );
    return this.#sandbox.store.objectRecords.add(company);
  }

  #opportunity(bulk: Bulk, at: number): Opportunity {
    const { id: contactId, locationId, lastName = '' } = this.#contact(bulk, at);
    const { opportunities, pipelines } = this.#sandbox.store;
    const pipeline = pipelines.find((one) => one.locationId === locationId);
    const [stage] = pipeline?.stages ?? [];
    if (!pipeline || !stage) throw badRequest('There is no pipeline for the opportunities');
    const opportunity = newOpportunity(
      {
        locationId,
        contactId,
        name: `Bulk opportunity ${lastName}`,
        pipelineId: pipeline.id,
        pipelineStageId: stage.id,
      },
      at,
    );
    this.#fire(bulk, opportunityEvent('OpportunityCreate', opportunity));
    return opportunities.add(opportunity);
  }

  #conversation(bulk: Bulk, at: number): Conversation {
    const { id, locationId } = this.#contact(bulk, at);
    return this.#sandbox.store.addConversation(newConversation({ locationId, contactId: id }, at));
  }

  #message(
    bulk: Bulk,
    channel: ChannelName,
    conversation: Conversation,
    at: number,
    threadId: string | undefined,
  ): Stored {
    this.#made += 1;
    const direction = bulk.direction ?? 'inbound';
    const text = bulk.body ?? `Bulk message ${String(this.#made)}`;
    const stored = storeMessage(
      this.#sandbox.store,
      at,
      conversation,
      channel,
      { direction, status: 'delivered', body: text },
      channel === 'Email' ? this.#email(conversation, direction, text, threadId) : undefined,
    );
    this.#fire(bulk, messageEvent(this.#sandbox, stored.message, stored.email));
    if (direction === 'inbound') this.#fire(bulk, unreadEvent(conversation));
    return stored;
  }

  #email(
    { contactId, locationId }: Conversation,
    direction: 'inbound' | 'outbound',
    text: string,
    threadId: string | undefined,
  ): EmailDraft {
    const { contacts, locations } = this.#sandbox.store;
    const theirs = contacts.get(contactId)?.email ?? '';
    const ours = locations.get(locationId)?.email ?? '';
    const [from, to] = direction === 'inbound' ? [theirs, ours] : [ours, theirs];
    const email = { from, to: [to], subject: text, body: `<p>${text}</p>` };
    return threadId === undefined ? email : { ...email, threadId };
  }

  #fire({ events }: Bulk, event: Record<string, unknown>): void {
    if (events === true) this.#sandbox.webhooks.fire(event);
  }
}

/**
 * Many records at once: companies, contacts, opportunities, conversations with one message each, or messages of one
 * conversation or all; their dates lie evenly in the window that ends now, so many on a date as asked.
 */
export function bulkRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const maker = new BulkMaker(sandbox);
  app.post('/__sandbox/bulk', (request, reply) => {
    const ids = maker.make(readBulk(request.body)).reverse();
    void reply.code(201);
    return { created: ids.length, ids: ids.slice(0, LISTED) };
  });
}
