import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * Posts bytes to an address. Redirects are not followed; `fetch` would copy the bytes twice and take three
 * times as long.
 *
 * @param signal ends the attempt
 * @returns the HTTP status, once the whole answer is there
 * @throws Error without an answer
 */
export async function post(
  url: string,
  { body, headers, signal }: { body: Buffer; headers: Record<string, string>; signal: AbortSignal },
): Promise<number> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, signal }, (answer) => {
      answer
        .once('error', reject)
        .once('end', () => {
          resolve(answer.statusCode ?? 0);
        })
        .resume();
    })
      .once('error', reject)
      .end(body);
  });
}
