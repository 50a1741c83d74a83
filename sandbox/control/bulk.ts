import type { FastifyInstance } from 'fastify';

import { between, number, oneOf, readBody, string } from '../http/validate.ts';
import { badRequest } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { CHANNELS, type ChannelName } from '../state/channels.ts';
import { newContact } from '../state/contacts.ts';
import { newConversation, storeMessage } from '../state/conversing.ts';
import { newId } from '../state/ids.ts';
import type { Contact } from '../state/records.ts';
import { HARBOUR } from '../seed/ids.ts';

const MOST = 100_000;

const isChannel = (name: string): name is ChannelName => name in CHANNELS;

/** A contact for bulk data; the number keeps names, addresses and phones apart. */
function bulkContact(locationId: string, number: number, at: number): Contact {
  const contact = {
    id: newId(),
    locationId,
    firstName: 'Bulk',
    lastName: String(number),
    email: `bulk.${String(number)}@example.com`,
    phone: `+1999${String(number % 10_000_000).padStart(7, '0')}`,
  };
  return newContact(contact, at);
}

/**
 * Many records at once, without webhooks: contacts, conversations with one message each, or messages
 * of one conversation; dates spread evenly over the window that ends now.
 */
export function bulkRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  let made = 0;
  app.post('/__sandbox/bulk', (request, reply) => {
    const body = readBody(
      request.body,
      {
        kind: oneOf(['contacts', 'conversations', 'messages']),
        count: between(1, MOST, number),
      },
      {
        locationId: string,
        conversationId: string,
        channel: string,
        direction: oneOf(['inbound', 'outbound']),
        body: string,
        withinMs: number,
      },
    );
    const channel = body.channel ?? 'SMS';
    if (!isChannel(channel)) throw badRequest('channel is not known');
    const { store } = sandbox;
    const now = sandbox.now();
    const step = (body.withinMs ?? 3_600_000) / body.count;
    const locationId = body.locationId ?? HARBOUR;
    const only = store.conversations.get(body.conversationId ?? '');
    const existing = only
      ? [only]
      : body.kind === 'messages'
        ? store.conversations.filter((one) => one.locationId === locationId)
        : [];
    const ids: string[] = [];
    for (let index = body.count - 1; index >= 0; index -= 1) {
      const at = Math.round(now - index * step);
      made += 1;
      if (body.kind === 'contacts') {
        ids.push(store.contacts.add(bulkContact(locationId, made, at)).id);
        continue;
      }
      let conversation = existing[index % Math.max(1, existing.length)];
      if (body.kind === 'conversations') {
        const contact = store.contacts.add(bulkContact(locationId, made, at));
        conversation = store.addConversation(
          newConversation({ locationId, contactId: contact.id }, at),
        );
      }
      if (!conversation) throw badRequest('There is no conversation for the messages');
      const { message } = storeMessage(store, at, conversation, channel, {
        direction: body.direction ?? 'inbound',
        status: 'delivered',
        body: body.body ?? `Bulk message ${String(made)}`,
      });
      ids.push(body.kind === 'conversations' ? conversation.id : message.id);
    }
    ids.reverse();
    void reply.code(201);
    return { created: ids.length, ids: ids.slice(0, 1000) };
  });
}
