import { createHmac, timingSafeEqual } from 'node:crypto';

import { isRecord } from '../resources/values.ts';
import type { BundleInput, Execution, PackagedApp } from './packaged-app.ts';

/** What `z.dehydrate` and `z.dehydrateFile` leave in a record: fetch this when a step needs it. */
export interface Pointer {
  /** `file` answers the address of a stashed file, `method` a value. */
  type: 'method' | 'file';
  /** The hydrator, such as `hydrators.contact`. */
  method: string;
  inputData: Record<string, unknown>;
}

/** How pointers are followed. */
export interface HydrationRun {
  /** With `authData`. */
  bundle?: BundleInput;
  identity?: Execution['identity'];
  /** What pointers were answered, for who follows those of several records; it is added to. */
  answers?: PointerAnswers;
}

export type PointerAnswers = Map<string, Promise<unknown>>;

const POINTER = /^hydrate\|\|\|(.+)\|\|\|hydrate$/s;

/** The pointers in a value, wherever they stand in it, after checking the signature of each. */
export function findPointers(value: unknown, secret: string): Pointer[] {
  if (typeof value === 'string') {
    const pointer = readPointer(value, secret);
    return pointer ? [pointer] : [];
  }
  return childrenOf(value).flatMap((child) => findPointers(child, secret));
}

/**
 * A copy of a value in which each pointer is replaced by what its hydrator answers, as in a Zap whose
 * steps use every field. Equal pointers are fetched once, as Zapier keeps answers for five minutes.
 *
 * @param run whose account the hydrators run under, and what is known already
 */
export async function hydrate(
  app: PackagedApp,
  value: unknown,
  { answers = new Map(), ...run }: HydrationRun = {},
): Promise<unknown> {
  const fetchPointer = (text: string, { method, inputData }: Pointer): Promise<unknown> => {
    const known = answers.get(text);
    if (known) return known;
    const answer = app.execute({ ...run, method, bundle: { ...run.bundle, inputData } });
    answers.set(text, answer);
    return answer;
  };
  const resolve = async (node: unknown): Promise<unknown> => {
    if (typeof node === 'string') {
      const pointer = readPointer(node, app.hydrationSecret);
      return pointer ? resolve(await fetchPointer(node, pointer)) : node;
    }
    if (Array.isArray(node)) return Promise.all(node.map(resolve));
    if (!isRecord(node)) return node;
    const entries = Object.entries(node).map(async ([key, child]) => [key, await resolve(child)]);
    return Object.fromEntries(await Promise.all(entries));
  };
  return resolve(value);
}

function childrenOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}

/**
 * Reads `hydrate|||PAYLOAD:SIGNATURE|||hydrate`: the payload in base64, its HMAC-SHA1 by the secret
 * of the run (zapier-platform-core, wrap-hydrate).
 *
 * @throws Error when it is not signed by that secret
 */
function readPointer(text: string, secret: string): Pointer | undefined {
  const wrapped = POINTER.exec(text)?.[1];
  if (wrapped === undefined) return undefined;
  const [payload = '', signature = ''] = wrapped.split(':');
  const expected = createHmac('sha1', secret).update(payload).digest();
  const given = Buffer.from(signature, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error('A pointer is not signed with the secret of its run.');
  }
  const content: unknown = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  if (!isRecord(content)) throw new Error('A pointer contains no object.');
  return {
    type: content['type'] === 'file' ? 'file' : 'method',
    method: String(content['method']),
    inputData: isRecord(content['bundle']) ? content['bundle'] : {},
  };
}
