import { HighLevel } from '@gohighlevel/api-client';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';

import { buildApp } from '../../../sandbox/app.ts';
import { contactId } from '../../../sandbox/seed/contacts.ts';
import { HARBOUR, NORTHSIDE_ID } from '../../../sandbox/seed/ids.ts';

export { HARBOUR, NORTHSIDE_ID, contactId };

/** An answer of the sandbox; the body is JSON where it can be. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

export interface Call {
  method?: string;
  token?: string;
  /** The `Version` header; null leaves it out. */
  version?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One sandbox of its own on a free port, started before a file's tests and reset before each. */
export class TestSandbox {
  url = '';
  token = '';

  /** Calls the API with a token for everything in Harbour Dental, unless told otherwise. */
  async call(path: string, call: Call = {}): Promise<Answer> {
    const { method = call.body === undefined ? 'GET' : 'POST', token = this.token, body } = call;
    const version = call.version === undefined ? '2021-07-28' : call.version;
    const answer = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(version === null ? {} : { version }),
        ...(body === undefined || body instanceof URLSearchParams || body instanceof FormData
          ? {}
          : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(body === undefined ? {} : { body: bodyOf(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const parsed: unknown = isJson ? JSON.parse(text) : text;
    return { status: answer.status, headers: answer.headers, body: parsed, text };
  }

  /** Calls the control API and gives back its answer as it is. */
  async control(path: string, body?: unknown, method?: string): Promise<unknown> {
    const answer = await this.call(`/__sandbox${path}`, {
      version: null,
      token: '',
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    });
    if (answer.status >= 400) throw new Error(`Control API: ${answer.text}`);
    return answer.body;
  }

  /** A token from the control API. */
  async issue(options: Record<string, unknown> = {}): Promise<string> {
    return text(await this.control('/tokens', options), 'access_token');
  }

  /** The official SDK, pointed at this sandbox. */
  sdk(token = this.token): HighLevel {
    const client = new HighLevel({ privateIntegrationToken: token, logLevel: 'error' });
    client.addRequestInterceptor({
      onFulfilled: (config) => {
        config.baseURL = this.url;
        return config;
      },
    });
    return client;
  }
}

function bodyOf(body: unknown): string | FormData | URLSearchParams {
  return body instanceof FormData || body instanceof URLSearchParams || typeof body === 'string'
    ? body
    : JSON.stringify(body);
}

/** A sandbox for the tests of one file. */
export function useSandbox(): TestSandbox {
  const sandbox = new TestSandbox();
  const { app } = buildApp();
  beforeAll(async () => {
    sandbox.url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  const control = async (path: string, body: Record<string, unknown>): Promise<unknown> => {
    const answer = await app.inject({ method: 'POST', url: `/__sandbox${path}`, body });
    if (answer.statusCode >= 400) throw new Error(`Control API: ${answer.body}`);
    return answer.json();
  };
  beforeEach(async () => {
    await control('/webhooks', { url: null });
    await control('/reset', {});
    sandbox.token = text(await control('/tokens', {}), 'access_token');
  });
  afterAll(async () => {
    await app.close();
  });
  return sandbox;
}

/** The value at a path of keys and positions in an answer. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
    value,
  );
}

/** A text in an answer; throws when it is not there. */
export function text(value: unknown, ...path: (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')}`);
  return found;
}

/** A list in an answer; throws when it is not there. */
export function list(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`No list at ${path.join('.')}`);
  return found;
}

/**
 * A body for the SDK. Its types repeat the spec's mistakes: they ask for fields that HighLevel does
 * not want, such as `subType` and `status` when sending.
 */
export function dto(body: Record<string, unknown>): never {
  // `never` fits every parameter: what the body may hold is checked by the sandbox, at run time.
  return body as never;
}
