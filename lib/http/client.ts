import type { HttpRequestOptions, HttpResponse, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import { isRecord, toList } from '../../resources/values.ts';
import { requestFailure } from './errors.ts';
import { makeRequest } from './request.ts';

/** A request to HighLevel's API. Address, token, `Version` and failures are the middleware's. */
export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below HighLevel's address, with a leading slash. */
  url: string;
  /** Query parameters; those without a value are left out. */
  params?: Record<string, unknown>;
  /** A JSON body; HighLevel refuses what it does not know, so keys without a value are left out. */
  body?: Record<string, unknown>;
  /** A JSON body that goes out as it stands, in place of `body`: a key with null is emptied. */
  json?: unknown;
  /** JSON as text, which goes out as it stands: large numbers keep their digits. */
  text?: string;
  /** The `Version` header where it is not the one of the API area. */
  version?: string;
  /** Whether it may be made again without doing anything twice. POST and PATCH may not, if not said. */
  repeatable?: boolean;
  /** Failure statuses that the caller answers itself. */
  expected?: readonly number[];
  /** Whether an answer without a body is a success. */
  mayBeEmpty?: boolean;
  /** Whether a person wrote it, and reads HighLevel's words as they are. */
  verbatim?: boolean;
  /** Whether an agency's connection makes it with its own token, and not with its sub-account's. */
  ofAgency?: boolean;
}

/** What the middleware reads of a request, under `middlewareData`. */
export interface RequestTraits {
  repeatable: boolean;
  expected: readonly number[];
  mayBeEmpty: boolean;
  verbatim?: boolean;
  /** Whether it goes out without the token, and its answer is the caller's alone to read. */
  anonymous?: boolean;
  /** Whether an agency's connection makes it with its own token. */
  ofAgency?: boolean;
  /** The token of an agency's sub-account, which takes the place of the connection's. */
  bearer?: string;
  /** The scopes of that token, as HighLevel told them; blank where it did not. */
  scope?: string;
}

/** Makes one request. @throws the error that lib/http/failures.ts has for its failure */
export async function send(z: ZObject, request: ApiRequest): Promise<HttpResponse<unknown>> {
  const { method = 'GET', url, params, body, json = body && withoutGaps(body), version } = request;
  const text = request.text ?? (json === undefined ? undefined : JSON.stringify(json));
  const traits: RequestTraits = {
    repeatable: request.repeatable ?? isRepeatable(method),
    expected: request.expected ?? [],
    mayBeEmpty: request.mayBeEmpty ?? false,
    ofAgency: request.ofAgency ?? false,
    ...(request.verbatim && { verbatim: true }),
  };
  try {
    return await makeRequest(z, {
      method,
      url,
      params: withoutGaps(params),
      ...(text !== undefined && { body: text }),
      headers: {
        ...(text !== undefined && { 'Content-Type': 'application/json' }),
        ...(version && { Version: version }),
      },
      skipThrowForStatus: true,
      middlewareData: { ...traits },
    });
  } catch (error) {
    throw requestFailure(error, traits.repeatable);
  }
}

/** What the client said of a request; one made without it is repeatable unless it is POST or PATCH. */
export function traitsOf(request: HttpRequestOptions): RequestTraits {
  return {
    repeatable: isRepeatable(request.method),
    expected: [],
    mayBeEmpty: true,
    ...request.middlewareData,
  };
}

function isRepeatable(method = 'GET'): boolean {
  return method !== 'POST' && method !== 'PATCH';
}

/** Makes one request and reads the record in its answer. */
export async function call<Schema extends zod.ZodObject>(
  z: ZObject,
  resource: Resource<Schema>,
  request: ApiRequest,
): Promise<zod.output<Schema>> {
  return resource.parse((await send(z, request)).data);
}

/** Makes one request and reads the records in the list that its answer holds under `key`. */
export async function callList<Schema extends zod.ZodObject>(
  z: ZObject,
  resource: Resource<Schema>,
  key: string,
  request: ApiRequest,
): Promise<zod.output<Schema>[]> {
  return readList(resource, (await send(z, request)).data, key);
}

/** The records in the list under `key`; the message list hides one level deeper than the rest. */
export function readList<Schema extends zod.ZodObject>(
  resource: Resource<Schema>,
  data: unknown,
  key: string,
): zod.output<Schema>[] {
  const found = isRecord(data) ? data[key] : undefined;
  const list = isRecord(found) ? found[key] : found;
  return toList(list).map((raw) => resource.parse(raw));
}

/** Whether no key has a value. */
export function isBlank(values: object): boolean {
  return Object.values(values).every(isGap);
}

/** The same without keys that have no value. */
export function withoutGaps(values: Record<string, unknown> = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (!isGap(value)) kept[key] = value;
  }
  return kept;
}

function isGap(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
