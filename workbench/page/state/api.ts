import { signal } from '@preact/signals';

/** Whether the server has lost this page because it was restarted. */
export const sessionEnded = signal(false);

/** What went wrong with a question to the server, as a sentence. */
export class ApiError extends Error {
  /** The server's word for it, such as `required`; `unreachable` when it did not answer. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const UNREACHABLE =
  'The workbench does not answer. Look at its terminal, start it again with npm run workbench, and open the URL that it prints.';

/** Asks the server. @throws ApiError when it refuses, or does not answer */
export async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new ApiError('unreachable', UNREACHABLE);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  // The server of this package answers with the type that api/ declares for the path.
  if (response.ok) return answer as Answer;
  const { error, message } = refusalIn(answer);
  if (response.status === 401) sessionEnded.value = true;
  throw new ApiError(error, message);
}

function refusalIn(answer: unknown): { error: string; message: string } {
  const refusal = typeof answer === 'object' && answer !== null ? answer : {};
  const text = (key: string) => String(Object.getOwnPropertyDescriptor(refusal, key)?.value ?? '');
  return { error: text('error') || 'failed', message: text('message') || 'The workbench failed.' };
}

/** The sentence of whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why code of this page was not loaded. The browser does not tell; the server does, when it is asked. */
export function whyNotLoaded(): Promise<string> {
  return ask('/catalog').then(() => 'This was not loaded. Reload the page.', sentenceOf);
}
