import type {
  HttpRequestOptions,
  HttpResponse,
  RawHttpResponse,
  ZObject,
} from 'zapier-platform-core';

import { plain } from './errors.ts';

type Options = HttpRequestOptions & { url: string };

/**
 * Makes a request by `z.request`. Unless told not to, zapier-platform-core 19 joins the options with
 * the integration's `requestTemplate`, and copies the definition of the whole integration while it
 * does, for every request; this integration has no template. What else the joining adds, a method
 * and the name of the client, is added here: in lower case, by which the core's log knows a request
 * of its own and does not write it down twice. A core without that option would join them as before.
 */
export function makeRequest(
  z: ZObject,
  options: Options & { raw: true },
): Promise<RawHttpResponse<unknown>>;
export function makeRequest(z: ZObject, options: Options): Promise<HttpResponse<unknown>>;
export async function makeRequest(z: ZObject, options: Options): Promise<unknown> {
  const direct = {
    method: 'GET' as const,
    ...options,
    headers: { 'user-agent': 'Zapier', ...options.headers },
    merge: false,
  };
  try {
    return await z.request<unknown>(direct);
  } catch (error) {
    throw error instanceof Error ? plain(error) : error;
  }
}
