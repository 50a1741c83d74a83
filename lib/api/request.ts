import { randomUUID } from 'node:crypto';

import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { apiResponse } from '../../resources/api_response.ts';
import { isRecord, toText, type RawRecord } from '../../resources/values.ts';
import { isOfAgencyItself, locationOf } from '../connection/location.ts';
import { apiPath, fillPlaceholders } from './path.ts';
import { send, type ApiRequest } from '../http/client.ts';

/** A request that a person wrote. */
export interface WrittenRequest {
  method: string;
  path: string;
  query?: Record<string, string>;
  /** JSON as text: what the field's reader makes of it. */
  body?: unknown;
  version?: string;
  /** `answer` gives HighLevel's refusal as a record; anything else ends the step with it. */
  onFailure?: string;
}

const METHODS: readonly NonNullable<ApiRequest['method']>[] = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
];

/** What is no failure of the request: an expired token is refreshed, a used-up limit waited for. */
const NEVER_ANSWERED = [401, 429];

const FAILURES = Array.from({ length: 200 }, (_, index) => 400 + index).filter(
  (status) => !NEVER_ANSWERED.includes(status),
);

/** Headers that mean nothing in a Zap, or are secrets. */
const HIDDEN_HEADERS = /^(set-cookie|connection|keep-alive|transfer-encoding|content-encoding)$/;

/** Makes a request to HighLevel's API as a person wrote it, with the connection's token. */
export async function requestAsWritten(z: ZObject, bundle: Bundle, written: WrittenRequest) {
  const method = METHODS.find((known) => known === written.method.toUpperCase());
  if (!method) throw invalid(`"Method" must be one of ${METHODS.join(', ')}.`);
  const response = await sendFor(z, bundle, {
    method,
    url: apiPath(written.path, bundle),
    params: queryOf(written, bundle),
    text: bodyOf(written, method, bundle),
    ...(written.version && { version: written.version }),
    expected: written.onFailure === 'answer' ? FAILURES : [],
    mayBeEmpty: true,
    verbatim: true,
    ofAgency: isOfAgencyItself(bundle),
  });
  const { status, data, content } = response;
  return apiResponse.parse({
    id: (isRecord(data) ? toText(data['traceId']) : null) ?? randomUUID(),
    status,
    isSuccess: status < 400,
    // Zapier shows the keys of an object; a list becomes line items.
    body: isRecord(data) ? data : Array.isArray(data) ? { items: data } : {},
    text: content,
    headers: headersOf(response.headers),
  });
}

/**
 * Makes the request. Many paths ask for the sub-account, and HighLevel takes one that leaves it out
 * for one to another sub-account.
 */
async function sendFor(z: ZObject, bundle: Bundle, request: ApiRequest) {
  try {
    return await send(z, request);
  } catch (error) {
    const written = JSON.stringify([request.url, request.params, request.text]);
    const isElsewhere = error instanceof Error && error.message.includes('"code":"wrong_location"');
    if (!isElsewhere || isOfAgencyItself(bundle) || written.includes(locationOf(bundle)))
      throw error;
    throw invalid(
      'HighLevel did not accept this request for the connected sub-account. If its documentation asks for the sub-account, add "locationId" with the value {locationId} to "Query Parameters", or to "Body".',
    );
  }
}

function headersOf(headers: unknown): Record<string, string> {
  // node-fetch gives pairs of a name and a value.
  const pairs = [...(headers as Iterable<[string, string]>)];
  return Object.fromEntries(pairs.filter(([name]) => !HIDDEN_HEADERS.test(name.toLowerCase())));
}

function queryOf({ query = {} }: WrittenRequest, bundle: Bundle): RawRecord {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string' ? fillPlaceholders(value.trim(), bundle) : value,
    ]),
  );
}

function bodyOf({ body }: WrittenRequest, method: string, bundle: Bundle): string | undefined {
  if (body === undefined) return undefined;
  if (method === 'GET') {
    throw invalid('A GET request has no body. Empty "Body", or choose another method.');
  }
  return fillPlaceholders(typeof body === 'string' ? body : JSON.stringify(body), bundle);
}

function invalid(sentence: string): Error {
  return new errors.Error(sentence, 'invalid_input');
}
