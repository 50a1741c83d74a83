import { isRecord, toText } from '../resources/values.ts';
import type { LogLine } from './zapier-container.ts';

/** One request that the integration made while it ran, as Zapier's own HTTP log shows it. */
export interface HttpRequest {
  method: string;
  /** Without the query. */
  url: string;
  /** Without the question mark; empty where there is none. */
  query: string;
  /** Secrets are censored: `Bearer :censored:36:2d3b2a5ad2:`. */
  headers: Record<string, string>;
  /** Undefined where nothing was sent. */
  body: string | undefined;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: string | undefined;
  /** Milliseconds; undefined for requests by `fetch`, which the handler does not time. */
  durationMs: number | undefined;
}

/** One call of a function of the integration, with what it did. */
export interface RecordedRun {
  /** The path in the app, such as `creates.send_message.operation.perform`. */
  method: string;
  /** Those that were answered: the handler logs no request that failed without an answer. */
  requests: HttpRequest[];
  /** What the integration wrote with `z.console`. */
  console: string[];
  /** From the event to the result, in milliseconds. */
  durationMs: number;
}

/** What something came to that was done while runs were recorded, and the runs. */
export interface Recording<Result> {
  outcome: PromiseSettledResult<Result>;
  runs: RecordedRun[];
  /** Every line that Zapier's log gets of the runs, those about requests and bundles included. */
  log: LogLine[];
}

/** Reads the log of one run. */
export function recordedRun(method: string, log: readonly LogLine[], durationMs: number) {
  const ofType = (type: string) => log.filter(({ data }) => data['log_type'] === type);
  return {
    method,
    requests: ofType('http').map(readRequest),
    console: ofType('console').map(({ message }) => message),
    durationMs,
  } satisfies RecordedRun;
}

/** @param line as zapier-platform-core's log-response and fetch-logger write it */
function readRequest({ data }: LogLine): HttpRequest {
  const [url = '', query = ''] = (toText(data['request_url']) ?? '').split('?');
  const duration = data['request_duration_ms'];
  return {
    method: toText(data['request_method']) ?? 'GET',
    url,
    query: toText(data['request_params']) ?? query,
    headers: readHeaders(data['request_headers']),
    body: readBody(data['request_data']),
    status: Number(data['response_status_code']),
    responseHeaders: readHeaders(data['response_headers']),
    responseBody: readBody(data['response_content']),
    durationMs: typeof duration === 'number' ? duration : undefined,
  };
}

/** The handler writes headers as lines of `name: value`. */
function readHeaders(headers: unknown): Record<string, string> {
  const lines = (toText(headers) ?? '').split('\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
}

function readBody(body: unknown): string | undefined {
  if (isRecord(body) || Array.isArray(body)) return JSON.stringify(body);
  return toText(body) ?? undefined;
}
