import { createServer, type Server } from 'node:http';

import { closeServer, listen } from '../../local/index.ts';

/** HighLevel as far as the bench asks it: the same answer at once, whoever asks. */
export interface Answers {
  url: string;
  /** How many requests came since it was last asked. */
  takeCount(): number;
  close(): Promise<void>;
}

const MESSAGES = Array.from({ length: 100 }, (_, index) => ({
  id: `message-${index}`,
  type: 2,
  messageType: 'TYPE_SMS',
  locationId: 'location-1',
  contactId: `contact-${index}`,
  conversationId: `conversation-${index}`,
  dateAdded: new Date(Date.UTC(2026, 10, 20, 10, 0, index)).toISOString(),
  body: `Is Thursday at ten still free? This is message ${index}.`,
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/plain',
  attachments: [],
}));

const ANSWERS: Record<string, unknown> = {
  '/conversations/messages/export': { messages: MESSAGES, nextCursor: null, total: 100 },
  '/conversations/messages': { conversationId: 'conversation-1', messageId: 'message-1' },
  '/conversations/search': {
    conversations: [{ id: 'conversation-1', contactId: 'contact-1', type: 'TYPE_PHONE' }],
    total: 1,
  },
  '/contacts/search/duplicate': { contact: { id: 'contact-1', email: 'anna@example.com' } },
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
