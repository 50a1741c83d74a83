// Stands for Zapier's hooks: every path is one hook. See target.ts.
import { createServer, type ServerResponse } from 'node:http';

import * as z from 'zod';

import { listen } from '../../test/relay/support/highlevel.ts';
import { answerCommands } from './commands.ts';

const ANSWER = '{"status":"success"}';

const behaviour = z.object({
  kind: z.enum(['answer', 'hold', 'refuse', 'limit']),
  afterMs: z.number().default(0),
  perSecond: z.number().default(0),
});
const wait = z.object({ count: z.number(), limitMs: z.number() });
const trace = z.object({ on: z.boolean() });

let behave: z.infer<typeof behaviour> = { kind: 'answer', afterMs: 0, perSecond: 0 };
let held: (() => void)[] = [];
let isTracing = false;

let ids = new Set<string>();
let received = 0;
let lastAt = 0;
let arrivals: Record<string, number> = {};
let paths = new Map<string, { count: number; lastAt: number }>();
const windows = new Map<string, { second: number; count: number }>();
let waiting: { count: number; resolve: () => void } | undefined;

function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function forget(): void {
  ids = new Set();
  received = 0;
  arrivals = {};
  paths = new Map();
}

function take(path: string, id: string, body: readonly Buffer[], response: ServerResponse): void {
  const at = clock();
  received += 1;
  ids.add(id);
  lastAt = at;
  const hook = paths.get(path);
  if (hook) {
    hook.count += 1;
    hook.lastAt = at;
  } else paths.set(path, { count: 1, lastAt: at });
  if (isTracing) {
    const name = /"webhookId":"([^"]+)"/.exec(Buffer.concat(body).toString('latin1'))?.[1];
    if (name !== undefined) arrivals[name] ??= at;
  }
  response.end(ANSWER);
  if (waiting && ids.size >= waiting.count) waiting.resolve();
}

/** Whether a hook takes one more in this second. */
function hasPlace(path: string, perSecond: number): boolean {
  const second = Math.floor(clock() / 1000);
  const window = windows.get(path);
  if (window?.second !== second) {
    windows.set(path, { second, count: 1 });
    return true;
  }
  window.count += 1;
  return window.count <= perSecond;
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const id = String(request.headers['webhook-id']);
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => {
    if (isTracing) body.push(chunk);
  });
  request.on('end', () => {
    const answer = (): void => {
      take(path, id, body, response);
    };
    if (behave.kind === 'limit' && !hasPlace(path, behave.perSecond)) response.writeHead(429).end();
    else if (behave.kind === 'refuse') response.writeHead(503).end();
    else if (behave.kind === 'hold') held.push(answer);
    else if (behave.afterMs > 0) setTimeout(answer, behave.afterMs);
    else answer();
  });
});
server.keepAliveTimeout = 60_000;
const url = await listen(server);

answerCommands({
  url: () => ({ url }),
  behave: (args) => {
    behave = behaviour.parse(args);
    const answers = held;
    held = [];
    if (behave.kind === 'answer') for (const answer of answers) answer();
    return { at: clock(), held: answers.length };
  },
  forget,
  trace: (args) => {
    isTracing = trace.parse(args).on;
  },
  waitFor: async (args) => {
    const { count, limitMs } = wait.parse(args);
    if (ids.size < count) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`${ids.size} of ${count} deliveries came in ${limitMs / 1000} s.`));
        }, limitMs);
        waiting = {
          count,
          resolve: () => {
            clearTimeout(timer);
            resolve();
          },
        };
      });
    }
    waiting = undefined;
    return { distinct: ids.size, received, lastAt };
  },
  count: () => ({ distinct: ids.size, received, lastAt }),
  paths: () => Object.fromEntries(paths),
  arrivals: () => arrivals,
});
