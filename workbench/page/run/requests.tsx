import type { RequestView } from '../../api/run.ts';
import { Empty } from '../parts/states.tsx';

/** What a run sent, and what came back. Secrets are blacked out by the server. */
export function Requests({ requests }: { requests: readonly RequestView[] }) {
  if (requests.length === 0) {
    return (
      <Empty>
        <p>
          No request was answered. What the step needed stood in the form, or it stopped before.
        </p>
      </Empty>
    );
  }
  return (
    <ol class="requests">
      {requests.map((request, index) => (
        <li key={index}>
          <details>
            <summary>
              <span class={`badge ${request.status < 400 ? 'good' : 'bad'}`}>{request.status}</span>
              <code class="request-line">
                {request.method} {request.target}
                {request.query !== '' && `?${request.query}`}
              </code>
              {request.durationMs !== null && <span class="soft">{request.durationMs} ms</span>}
            </summary>
            <div class="request-detail">
              <Part title="Request headers" text={headerLines(request.headers)} />
              <Part title="Request body" text={pretty(request.body)} />
              <Part title="Response headers" text={headerLines(request.responseHeaders)} />
              <Part title="Response body" text={pretty(request.responseBody)} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <h3>{title}</h3>
      <pre tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </div>
  );
}

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // A form, or HTML of a gateway: shown as it came.
  }
}
