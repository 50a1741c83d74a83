// What the relay is compared with, see baselines.ts.
import { createPublicKey } from 'node:crypto';

import * as z from 'zod';

import { fastify } from '../../relay/node_modules/fastify/fastify.js';
import { Outbound } from '../../relay/outbound.ts';
import { isSigned } from '../../relay/signature.ts';
import { answerCommands } from './commands.ts';
import { eventBody, PUBLIC_KEY } from './events.ts';

const posts = z.object({
  urls: z.array(z.string()),
  count: z.number(),
  concurrency: z.number(),
});

const keys = [createPublicKey(PUBLIC_KEY)];
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
  done(null, body);
});
app.post('/webhooks/highlevel', async (request, reply) => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = request.headers['x-ghl-signature'];
  if (!(await isSigned(body, String(signature), keys))) return reply.code(401).send({});
  return { result: 'new' };
});
const url = await app.listen({ host: '127.0.0.1', port: 0 });

answerCommands({
  url: () => ({ url }),
  post: async (args) => {
    const { urls, count, concurrency } = posts.parse(args);
    const outbound = new Outbound(concurrency);
    const targets = urls.map((text) => new URL(text));
    const body = eventBody('baseline', 0, { group: 'baseline', count: 1 });
    let next = 0;
    const startedAt = performance.now();
    const post = async (): Promise<void> => {
      while (next < count) {
        const { origin, pathname } = targets[next % targets.length] ?? new URL(url);
        next += 1;
        const headers = { 'content-type': 'application/json', 'webhook-id': String(next) };
        await outbound.post({ origin, path: pathname, exempt: true }, headers, body).result;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, post));
    const seconds = (performance.now() - startedAt) / 1000;
    await outbound.close();
    return { rate: count / seconds };
  },
});
