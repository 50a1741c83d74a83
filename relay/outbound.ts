import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Socket } from 'node:net';

import { Agent, buildConnector, type Dispatcher } from 'undici';

import { isPublicAddress } from './addresses.ts';

const CONNECT_LIMIT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
/** A target's answer is read so far, to keep the connection, and then cut off. */
const MOST_ANSWER_BYTES = 64 * 1024;

/** Resolves a host name to all its addresses. With an error there may be no list at all. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses?: readonly LookupAddress[]) => void,
) => void;

/** What came of one POST. */
export interface PostResult {
  /** The HTTP status, undefined when there was no answer. */
  status: number | undefined;
  retryAfter: string | undefined;
  /** Why there was no answer, a sentence. */
  failure: string | undefined;
}

/** A POST under way. */
export interface Post {
  result: Promise<PostResult>;
  /** Ends it with a failure. */
  abort: (failure: string) => void;
}

/** The connection would have led to an address that is not public. */
class PrivateAddressError extends Error {
  constructor(hostname: string) {
    super(`${hostname} leads to an address that is not public.`);
    this.name = 'PrivateAddressError';
  }
}

const resolveBySystem: Resolve = (hostname, done) => {
  lookup(hostname, { all: true }, done);
};

/**
 * Gives callers that ask for a name at the same time one answer. The system looks up a few names at
 * once: a name whose server does not answer must not keep the names of others waiting.
 */
function askedOnce(resolve: Resolve): Resolve {
  const waiting = new Map<string, Parameters<Resolve>[1][]>();
  return (hostname, done) => {
    const others = waiting.get(hostname);
    if (others) {
      others.push(done);
      return;
    }
    const all = [done];
    waiting.set(hostname, all);
    resolve(hostname, (error, addresses) => {
      waiting.delete(hostname);
      for (const each of all) each(error, addresses);
    });
  };
}

/**
 * Resolves for a socket and refuses unless every address is public. The socket connects to the very
 * addresses that were checked, so a name that answers differently the second time gains nothing.
 */
export function publicLookup(resolve: Resolve = resolveBySystem): LookupFunction {
  const ask = askedOnce(resolve);
  return (hostname, options, callback) => {
    ask(hostname, (error, addresses = []) => {
      const [first] = addresses;
      if (error || !first) {
        callback(error ?? new Error(`${hostname} has no address.`), '', 0);
      } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
        callback(new PrivateAddressError(hostname), '', 0);
      } else if (options.all === true) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

/** Connects to public addresses only; looks at the connected socket once more. */
export function publicConnector(resolve?: Resolve): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_LIMIT_MS, lookup: publicLookup(resolve) });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error) {
        callback(error, null);
      } else if (socket instanceof Socket && !isPublicAddress(socket.remoteAddress ?? '')) {
        socket.destroy();
        callback(new PrivateAddressError(options.hostname), null);
      } else {
        callback(null, socket);
      }
    });
  };
}

/** Sends deliveries, over connections that are kept. Redirects are not followed. */
export class Outbound {
  readonly #public: Agent;
  readonly #exempt: Agent;

  /** @param connections how many may be open to one origin. */
  constructor(connections: number, resolve?: Resolve) {
    const settings = {
      connections,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The time limit of the attempt as a whole stands in their place.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    this.#public = new Agent({ ...settings, connect: publicConnector(resolve) });
    this.#exempt = new Agent({ ...settings, connect: { timeout: CONNECT_LIMIT_MS } });
  }

  /** Starts a POST. The answer's body is thrown away, a long one unread. */
  post(
    { origin, path, exempt }: { origin: string; path: string; exempt: boolean },
    headers: Record<string, string>,
    body: Buffer,
  ): Post {
    let controller: Dispatcher.DispatchController | undefined;
    let ended = false;
    let abort: Post['abort'] = () => undefined;
    const result = new Promise<PostResult>((resolve) => {
      let status: number | undefined;
      let retryAfter: string | undefined;
      let bytes = 0;
      const end = (failure?: string): void => {
        if (ended) return;
        ended = true;
        resolve(
          failure === undefined
            ? { status, retryAfter, failure }
            : { status: undefined, retryAfter: undefined, failure },
        );
      };
      abort = (failure) => {
        end(failure);
        controller?.abort(new Error(failure));
      };
      const agent = exempt ? this.#exempt : this.#public;
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart: (started) => {
          controller = started;
          if (ended) started.abort(new Error('The attempt has ended.'));
        },
        onResponseStart: (_controller, code, responseHeaders) => {
          if (code < 200) return;
          status = code;
          const header = responseHeaders['retry-after'];
          retryAfter = Array.isArray(header) ? header[0] : header;
        },
        onResponseData: (receiving, chunk) => {
          bytes += chunk.length;
          if (bytes <= MOST_ANSWER_BYTES) return;
          end();
          receiving.abort(new Error('The rest of the answer is not needed.'));
        },
        onResponseEnd: () => {
          end();
        },
        onResponseError: (_controller, error) => {
          // With a status the target has answered; what happens to the body does not matter.
          if (status === undefined) end(reasonOf(error));
          else end();
        },
      };
      try {
        agent.dispatch({ origin, path, method: 'POST', headers, body }, handler);
      } catch (error) {
        // A request that cannot even be written: a failed attempt, as any other.
        end(reasonOf(error));
      }
    });
    return { result, abort };
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await Promise.all([this.#public.destroy(), this.#exempt.destroy()]);
  }
}

/** A sentence for a failure, without the target's address in it. */
function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return error.message;
  return `The connection failed (${textIn(error, 'code') ?? textIn(error, 'name') ?? 'unknown'}).`;
}

function textIn(value: unknown, key: string): string | undefined {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}
