import {
  Agent,
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as requestByTls } from 'node:https';

/** An HTTP answer, read whole. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON, undefined when it is empty. */
  json: unknown;
}

// Opening a connection for each call would take longer than most of what relays do then.
const agent = new Agent({ maxSockets: 64, keepAlive: true });

/**
 * Makes one HTTP call; rejects when there is no answer.
 *
 * @param options.ca the authority that a server with https has its certificate from.
 */
export function call(
  method: string,
  url: string,
  {
    headers = {},
    body,
    keepAlive = agent,
    ca,
  }: {
    headers?: Record<string, string>;
    body?: Buffer | string;
    keepAlive?: Agent;
    ca?: Buffer;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const open = (onAnswer: (incoming: IncomingMessage) => void): ClientRequest =>
      url.startsWith('https:')
        ? requestByTls(url, { method, headers, ca, agent: false }, onAnswer)
        : request(url, { method, headers, agent: keepAlive }, onAnswer);
    const outgoing = open((incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      incoming.once('error', reject);
      incoming.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = incoming.headers['content-type']?.startsWith('application/json') ?? false;
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          json: isJson ? JSON.parse(text) : undefined,
        });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
