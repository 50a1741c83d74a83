import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { LiveBody } from '../../api/live.ts';
import type { Desk } from '../desk.ts';
import { Problem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { placeOf, stream } from './stream.ts';

const entryOf = z.object({ number: z.int().min(1) });
const answerOf = z.object({ answer: z.enum(['takes', 'limit', 'fails', 'gone']) });
const letterOf = z.object({ id: z.string().nullable() });
const relayOf = z.object({ runs: z.boolean() });

/** What goes through the relay as it happens, and what a person does with it. */
export function liveRoutes(app: FastifyInstance, { live }: Desk): void {
  const streams = new Set<() => void>();

  app.get('/api/live/stream', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, { 'content-type': 'text/event-stream' });
    const place = placeOf(request.headers['last-event-id']?.toString());
    const end = stream(raw, live.traffic.journal, () => live.state(), place);
    streams.add(end);
    raw.once('close', () => streams.delete(end));
  });
  // A stream would keep the server from ending.
  app.addHook('preClose', (done) => {
    for (const end of streams) end();
    done();
  });

  app.post('/api/live/body', (request): LiveBody => {
    const { number } = readBody(entryOf, request.body);
    if (!live.traffic.journal.get(number)) {
      throw new Problem(404, 'entry', 'This is no longer kept. Choose a later one.');
    }
    return { body: live.traffic.body(number) };
  });

  app.post('/api/live/repeat', async (request) => {
    await live.repeat(readBody(entryOf, request.body).number);
    return { repeated: true };
  });

  app.post('/api/live/replay', async (request) => {
    await live.replay(readBody(letterOf, request.body).id);
    return live.state();
  });

  app.post('/api/live/hooks', (request) => {
    live.answerWith(readBody(answerOf, request.body).answer);
    return live.state();
  });

  app.post('/api/live/relay', async (request) => {
    const { runs } = readBody(relayOf, request.body);
    await (runs ? live.startRelay() : live.stopRelay());
    return live.state();
  });
}
