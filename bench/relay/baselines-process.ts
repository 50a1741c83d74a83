// What the relay is compared with, see baselines.ts.
import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';

import * as z from 'zod';

import { fastify } from '../../relay/node_modules/fastify/fastify.js';
import { Outbound } from '../../relay/outbound.ts';
import { isSigned } from '../../relay/signature.ts';
import { listen } from '../../test/relay/support/highlevel.ts';
import { answerCommands } from './commands.ts';
import { eventBody, PUBLIC_KEY } from './events.ts';

const posts = z.object({
  client: z.enum(['fetch', 'relay']),
  urls: z.array(z.string()),
  count: z.number(),
  concurrency: z.number(),
});
const passes = z.object({ to: z.string() });

const JSON_TYPE = { 'content-type': 'application/json' };

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
const verifyOnly = await app.listen({ host: '127.0.0.1', port: 0 });

const outbound = new Outbound(256);
let passOnTo = new URL(verifyOnly);
const passOnServer = createServer((request, response) => {
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => body.push(chunk));
  request.on('end', () => {
    const { origin, pathname } = passOnTo;
    void outbound
      .post({ origin, path: pathname, exempt: true }, JSON_TYPE, Buffer.concat(body))
      .result.then(({ status }) => {
        response.statusCode = status ?? 502;
        response.end('{}');
      });
  });
});
passOnServer.keepAliveTimeout = 60_000;
const passOn = await listen(passOnServer);

/** One POST of the plain loop, its answer read to the end. */
async function post(client: 'fetch' | 'relay', url: URL, id: string, body: Buffer): Promise<void> {
  const headers = { ...JSON_TYPE, 'webhook-id': id };
  if (client === 'fetch') {
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
    await response.arrayBuffer();
  } else {
    const { origin, pathname } = url;
    await outbound.post({ origin, path: pathname, exempt: true }, headers, body).result;
  }
}

answerCommands({
  urls: () => ({ verifyOnly, passOn }),
  passOnTo: (args) => {
    passOnTo = new URL(passes.parse(args).to);
  },
  post: async (args) => {
    const { client, urls, count, concurrency } = posts.parse(args);
    const targets = urls.map((text) => new URL(text));
    const body = eventBody('baseline', 0, { group: 'baseline', count: 1 });
    let next = 0;
    const startedAt = performance.now();
    const postAll = async (): Promise<void> => {
      while (next < count) {
        const url = targets[next % targets.length];
        next += 1;
        if (url) await post(client, url, String(next), body);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, postAll));
    return { rate: (count / (performance.now() - startedAt)) * 1000 };
  },
});
