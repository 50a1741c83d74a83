import { randomUUID } from 'node:crypto';

/** A JSON object as the API reads and writes it. */
export type Json = Record<string, unknown>;

/** A response other than 2xx, in HighLevel's shape. */
export class ApiError extends Error {
  readonly statusCode: number;
  readonly body: Json;

  constructor(statusCode: number, body: Json) {
    super(`HTTP ${String(statusCode)}`);
    this.statusCode = statusCode;
    this.body = { statusCode, ...body };
  }
}

/** 400 with HighLevel's `message`; `more` adds keys such as `conversationId` or `meta`. */
export const badRequest = (message: string, more: Json = {}): ApiError =>
  new ApiError(400, { message, error: 'Bad Request', ...more });

/** 401. The token errors carry no `error` key, the others do. */
export const unauthorized = (message: string): ApiError =>
  new ApiError(401, message === INVALID_JWT ? { message } : { message, error: 'Unauthorized' });

/** 403. */
export const forbidden = (message: string): ApiError =>
  new ApiError(403, { message, error: 'Forbidden' });

/** 404, which HighLevel answers without an `error` key. */
export const notFound = (message: string): ApiError => new ApiError(404, { message });

/** 422 with one sentence per problem, as NestJS's validation pipe answers. */
export const unprocessable = (messages: readonly string[]): ApiError =>
  new ApiError(422, { message: messages, error: 'Unprocessable Entity' });

/** 413 and 415 of the uploads have `{status, message}` instead of `statusCode`. */
export const uploadRefused = (status: 413 | 415, message: string): ApiError => {
  const error = new ApiError(status, { status, message });
  delete error.body.statusCode;
  return error;
};

export const INVALID_JWT = 'Invalid JWT';
export const INVALID_PRIVATE_TOKEN = 'Invalid Private Integration token';
export const OTHER_LOCATION = 'The token does not have access to this location.';

/** Adds the `traceId` that every JSON object of the API carries. */
export function withTraceId(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  return { ...payload, traceId: randomUUID() };
}
