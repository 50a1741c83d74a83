import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { newId } from '../state/ids.ts';
import type { Json } from './errors.ts';
import type { Tokens } from '../state/tokens.ts';

/** A fault on request: what happens to the next calls that match. */
export interface Fault {
  id: string;
  /** Path with `*` for any text, such as `/conversations/messages` or `/contacts/*`. */
  path: string;
  /** Upper case; absent for any method. */
  method?: string;
  /** How many matching calls it hits; the calls before them are counted by `skip`. */
  times: number;
  skip: number;
  /** `before`: instead of the work. `after`: the work is done, then the answer is replaced. */
  when: 'before' | 'after';
  status?: number;
  body?: unknown;
  /** An HTML body, as gateways in front of HighLevel answer. */
  html?: string;
  headers: Record<string, string>;
  delayMs: number;
  /** Cuts the connection without an answer: before the work, or after it was done. */
  drop?: 'before' | 'after';
  /** The token of the call is ended first, so that the call is answered 401 as expired. */
  expireToken: boolean;
  /** Calls it has hit. */
  hits: number;
}

const toPattern = (path: string): RegExp =>
  new RegExp(
    `^${withoutSlash(path)
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

/** Paths that differ in a slash at the end only are one. */
const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

const pathOf = (request: FastifyRequest): string =>
  withoutSlash(request.url.split('?')[0] ?? request.url);

/** Answers that were seen in the place of HighLevel's usual `{statusCode, message, error}`. */
export const SEEN_ANSWERS = {
  /** Of the gateway in front, under load. It is no refusal: what the call did is unknown. */
  timeout: { status: 400, body: { statusCode: 400, message: 'timeout of 10000ms exceeded' } },
  msg: { status: 400, body: { msg: 'The value is not accepted.' } },
  errors: { status: 400, body: { errors: ['The value is not accepted.'] } },
  constraints: {
    status: 422,
    body: {
      statusCode: 422,
      message: [
        {
          property: 'email',
          value: 'nobody',
          children: [],
          constraints: { isEmail: 'email must be an email' },
        },
      ],
      error: 'Unprocessable Entity',
    },
  },
  text: { status: 403, body: 'error code: 1020' },
  html: {
    status: 403,
    html: '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>',
  },
} satisfies Record<string, Pick<Fault, 'status' | 'body' | 'html'>>;

/** The faults that are waiting, in the order in which they were asked for. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Omit<Fault, 'id' | 'hits'>): Fault {
    const added = { ...fault, id: newId(), hits: 0 };
    this.#faults.push(added);
    return added;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault for this call, used up by one. */
  take(request: FastifyRequest): Fault | undefined {
    const path = pathOf(request);
    for (const fault of this.#faults) {
      if (fault.hits >= fault.times) continue;
      if (fault.method !== undefined && fault.method !== request.method) continue;
      if (!toPattern(fault.path).test(path)) continue;
      if (fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      fault.hits += 1;
      return fault;
    }
    return undefined;
  }
}

function answer(fault: Fault, reply: FastifyReply): { payload: string } | undefined {
  if (fault.status === undefined && fault.html === undefined && fault.body === undefined) {
    return undefined;
  }
  const status = fault.status ?? 200;
  void reply.code(status).headers(fault.headers);
  if (fault.html !== undefined) {
    void reply.type('text/html; charset=utf-8');
    return { payload: fault.html };
  }
  if (typeof fault.body === 'string') {
    if (!('content-type' in fault.headers)) void reply.type('text/plain; charset=utf-8');
    return { payload: fault.body };
  }
  void reply.type('application/json; charset=utf-8');
  const body: unknown =
    fault.body ?? ({ statusCode: status, message: 'Fault asked for by a test' } satisfies Json);
  return { payload: JSON.stringify(body) };
}

/**
 * Applies waiting faults to every call except those of the control API. A delay ends early when the
 * server closes.
 */
export function applyFaults(app: FastifyInstance, faults: Faults, tokens: Tokens): void {
  const closing = new AbortController();
  const active = new WeakMap<FastifyRequest, Fault>();
  app.addHook('preClose', () => {
    closing.abort();
  });
  const pause = async (ms: number): Promise<void> => {
    if (ms > 0) await wait(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  };

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/__sandbox')) return undefined;
    const fault = faults.take(request);
    if (!fault) return undefined;
    active.set(request, fault);
    if (fault.expireToken) {
      tokens.expire({ token: (request.headers.authorization ?? '').replace(/^Bearer /i, '') });
    }
    if (fault.when === 'after' || fault.drop === 'after') return undefined;
    await pause(fault.delayMs);
    if (fault.drop === 'before') {
      reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    }
    active.delete(request);
    const replaced = answer(fault, reply);
    return replaced ? reply.send(replaced.payload) : undefined;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = active.get(request);
    if (!fault) return payload;
    active.delete(request);
    await pause(fault.delayMs);
    if (fault.drop === 'after') {
      request.raw.socket.destroy();
      return payload;
    }
    const replaced = answer(fault, reply);
    return replaced ? replaced.payload : payload;
  });
}
