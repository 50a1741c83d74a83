import { createServer, type Server } from 'node:http';

import { closeServer, listen } from '../../local/index.ts';
import { CONTACT_ID, CONVERSATION_ID, LOCATION_ID, MESSAGE_ID, numberedId } from './ids.ts';

/** HighLevel as far as the bench asks it: the same answer at once, whoever asks. */
export interface Answers {
  url: string;
  /** How many requests came since it was last asked. */
  takeCount(): number;
  close(): Promise<void>;
}

const MESSAGES = Array.from({ length: 100 }, (_, index) => ({
  id: numberedId('message', index),
  type: 2,
  messageType: 'TYPE_SMS',
  locationId: LOCATION_ID,
  contactId: numberedId('contact', index),
  conversationId: numberedId('conversation', index),
  dateAdded: new Date(Date.UTC(2026, 10, 20, 10, 0, index)).toISOString(),
  body: `Is Thursday at ten still free? This is message ${index}.`,
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/plain',
  attachments: [],
}));

const ANSWERS: Record<string, unknown> = {
  '/conversations/messages/export': { messages: MESSAGES, nextCursor: null, total: 100 },
  '/conversations/messages': { conversationId: CONVERSATION_ID, messageId: MESSAGE_ID },
  '/conversations/search': {
    conversations: [{ id: CONVERSATION_ID, contactId: CONTACT_ID, type: 'TYPE_PHONE' }],
    total: 1,
  },
  '/contacts/search/duplicate': { contact: { id: CONTACT_ID, email: 'anna@example.com' } },
};

export async function startAnswers(): Promise<Answers> {
  let count = 0;
  const bodies = new Map(
    Object.entries(ANSWERS).map(([path, answer]) => [path, JSON.stringify(answer)]),
  );
  const server: Server = createServer((request, response) => {
    count += 1;
    request.resume();
    const path = (request.url ?? '').split('?')[0] ?? '';
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(bodies.get(path) ?? '{"id":"record-1"}');
  });
  return {
    url: await listen(server),
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    close: () => closeServer(server),
  };
}
