import { addAbortSignal, Readable } from 'node:stream';

import type { RawHttpResponse } from 'zapier-platform-core';

import { STEP_TIME_LIMIT_MS } from './step_context.ts';

/**
 * The body of a raw answer, or undefined for one that is too large, of which no more is read. Its own
 * `buffer()` would go on reading to the end.
 *
 * @param largest bytes
 * @throws Error when the connection breaks or the step's time is over
 */
export async function readBody(
  response: RawHttpResponse,
  largest: number,
): Promise<Buffer | undefined> {
  const { body, request } = response;
  try {
    if (Number(response.getHeader('content-length')) > largest) return undefined;
    if (body instanceof Readable) {
      addAbortSignal(AbortSignal.timeout(request.timeout ?? STEP_TIME_LIMIT_MS), body);
    }
    return await readUpTo(body, largest);
  } finally {
    // Reading may have stopped in its middle.
    if (body instanceof Readable) body.destroy();
  }
}

async function readUpTo(body: NodeJS.ReadableStream, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
