import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';

/** What a server is asked; `GET` unless told. */
export interface ServerRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What it answers. */
export interface ServerAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Nobody listens at an address, or who did has gone. */
export class UnreachableError extends Error {
  constructor(url: string, cause: Error) {
    super(`Nobody answers at ${url}: ${cause.message}`, { cause });
    this.name = 'UnreachableError';
  }
}

/**
 * Asks a server; a redirect is an answer like any other. `fetch` would take three times the processor
 * time.
 *
 * @throws UnreachableError when there is no answer
 */
export async function askServer(
  url: string,
  { method = 'GET', headers = {}, body }: ServerRequest = {},
): Promise<ServerAnswer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      reject(new UnreachableError(url, error));
    };
    request(url, { method, headers }, (answer) => {
      const { statusCode: status = 0, headers: answered } = answer;
      readText(answer).then((text) => {
        resolve({ status, headers: answered, text });
      }, fail);
    })
      .once('error', fail)
      .end(body);
  });
}
