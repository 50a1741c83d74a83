import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { askServer, closeServer, listen } from '../../local/index.ts';
import { Shape } from './shapes.ts';

/** Headers of a request that HighLevel needs; all others are of this one connection. */
const HANDED_ON = ['authorization', 'version', 'accept', 'content-type', 'user-agent'];

/** How many calls of HighLevel's limit are left for the sub-account's other apps. */
const LEFT_TO_OTHERS = 20;

/** A search is a POST where its filters are in the body. */
const SEARCH = /\/search(\/filter-by-email)?$/;

/** What one endpoint answered. */
export interface EndpointAnswers {
  shape: Shape;
  /** Statuses that were no success. */
  failures: Set<number>;
}

/**
 * Stands between the integration and HighLevel. It hands on what reads and refuses everything else, so
 * that nothing can be changed whatever the integration asks; and of each answer it keeps the shape.
 */
export class ReadOnlyGateway {
  /** By `GET /contacts/{id}`. */
  readonly answers = new Map<string, EndpointAnswers>();
  /** Requests that were not handed on, such as `PUT /contacts/{id}`. */
  readonly refused: string[] = [];
  url = '';
  readonly #target: string;
  readonly #server: Server;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      void this.#handle(request, response);
    });
  }

  /** @param target HighLevel's address */
  static async start(target: string): Promise<ReadOnlyGateway> {
    const gateway = new ReadOnlyGateway(target.replace(/\/$/, ''));
    gateway.url = await listen(gateway.#server);
    return gateway;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const [path = ''] = url.split('?');
    const name = `${method} ${templateOf(path)}`;
    const body = await bodyOf(request);
    if (!isRead(method, path)) {
      this.refused.push(name);
      response.writeHead(405).end();
      return;
    }
    // One after the other, so that the limit that one response reports is known for the next request.
    const answered = this.#last.then(() => this.#ask(name, request, body));
    this.#last = answered.catch(() => undefined);
    const answer = await answered.catch(() => undefined);
    if (!answer) {
      response.destroy();
      return;
    }
    const { status, headers, text } = answer;
    response.writeHead(status, { 'content-type': headers['content-type'] ?? '' }).end(text);
  }

  async #ask(name: string, { method, url, headers }: IncomingMessage, body: Buffer) {
    const answer = await askServer(this.#target + (url ?? ''), {
      method: method ?? 'GET',
      headers: Object.fromEntries(
        HANDED_ON.flatMap((key) => {
          const value = headers[key];
          return typeof value === 'string' ? [[key, value]] : [];
        }),
      ),
      body: body.toString(),
    });
    this.#note(name, answer.status, answer.text);
    await waitForLimit(answer.headers);
    return answer;
  }

  #note(name: string, status: number, text: string): void {
    const known = this.answers.get(name) ?? { shape: new Shape(), failures: new Set() };
    this.answers.set(name, known);
    if (status >= 300) known.failures.add(status);
    else known.shape.add(read(text));
  }
}

/** Whether a request changes nothing. */
export function isRead(method: string, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && SEARCH.test(path));
}

/** The path with `{id}` for each part that is no word. */
export function templateOf(path: string): string {
  const isWord = (part: string) => /^[A-Za-z]+(-[A-Za-z]+)*$/.test(part) && part.length < 20;
  return path
    .split('/')
    .map((part) => (part === '' || isWord(part) ? part : '{id}'))
    .join('/');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  return Buffer.concat(chunks);
}

/** What is no JSON, such as a file, has no shape. */
function read(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch {
    return text;
  }
}

async function waitForLimit(headers: IncomingHttpHeaders): Promise<void> {
  const remaining = headers['x-ratelimit-remaining'];
  if (remaining === undefined || Number(remaining) > LEFT_TO_OTHERS) return;
  await wait(Number(headers['x-ratelimit-interval-milliseconds'] ?? 10_000));
}
