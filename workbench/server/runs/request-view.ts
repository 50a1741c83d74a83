import type { HttpRequest, LocalZapier, RecordedRun } from '../../../local/index.ts';
import type { RequestView } from '../../api/run.ts';

const SECRET_HEADER = /authorization|cookie|token|secret|signature|api-?key/i;
const SECRET_VALUE =
  /((?<![A-Za-z_-])"?(?:access_token|refresh_token|client_secret|code|secret|token)"?\s*[:=]\s*"?)[^"&,}\s]+/gi;
const BLACKED_OUT = '••••••';

/** What runs sent to HighLevel, the relay and others; what the handler asks of Zapier itself is left out. */
export function requestsOf(runs: readonly RecordedRun[], zapier: LocalZapier): RequestView[] {
  return runs
    .flatMap((run) => run.requests)
    .filter(({ url }) => !url.startsWith(zapier.app.rpc.origin))
    .map((request) => requestView(request, zapier));
}

/** A request as the page shows it: without secrets, whatever the integration's log left in. */
function requestView(
  request: HttpRequest,
  { sandbox, relay }: Pick<LocalZapier, 'sandbox' | 'relay'>,
): RequestView {
  const { method, url, query, body, status, durationMs, responseBody } = request;
  return {
    method,
    target: targetOf(url, sandbox.url, relay?.url),
    query: withoutSecrets(query),
    headers: safeHeaders(request.headers),
    body: withoutSecrets(body ?? ''),
    status,
    durationMs: durationMs ?? null,
    responseHeaders: safeHeaders(request.responseHeaders),
    responseBody: withoutSecrets(responseBody ?? ''),
  };
}

function targetOf(url: string, highLevel: string, relay: string | undefined): string {
  if (url.startsWith(highLevel)) return url.slice(highLevel.length) || '/';
  if (relay !== undefined && url.startsWith(relay)) return `Relay: ${url.slice(relay.length)}`;
  return url;
}

function safeHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADER.test(name) ? BLACKED_OUT : value,
    ]),
  );
}

/** A text without the values of tokens, codes and secrets in it, as JSON or as a form. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(SECRET_VALUE, `$1${BLACKED_OUT}`);
}
