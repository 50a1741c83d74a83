import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

import { isRecord } from '../../resources/values.ts';

type Handler = (event: Record<string, unknown>) => Promise<unknown>;

/**
 * Zapier's handler for an app, as zapierwrapper.js makes it in the zip.
 */
function createHandler(app: unknown): Handler {
  const core: unknown = createRequire(import.meta.url)('zapier-platform-core');
  const create = isRecord(core) ? core['createAppHandler'] : undefined;
  if (typeof create !== 'function')
    throw new Error('zapier-platform-core has no createAppHandler.');
  // Zapier's types leave the function out; its source takes an app and returns such a handler.
  return (create as (raw: unknown) => Handler)(app);
}

async function runCommand(app: unknown, command: string): Promise<unknown> {
  const answer = await createHandler(app)({ command, bundle: {}, calledFromCli: true });
  return isRecord(answer) ? answer['results'] : undefined;
}

/** What Zapier stores of an app: the app with its functions written as placeholders. */
export function definitionOf(app: unknown): Promise<unknown> {
  return runCommand(app, 'definition');
}

/** What Zapier's schema finds wrong with an app, one sentence each. */
export async function validationErrorsOf(app: unknown): Promise<string[]> {
  const errors = await runCommand(app, 'validate');
  if (!Array.isArray(errors)) throw new Error('Zapier validated nothing.');
  return errors.map((error: unknown) =>
    isRecord(error) ? `${String(error['property'])} ${String(error['message'])}` : String(error),
  );
}

/**
 * The path of the first place where two definitions differ, or undefined where they are equal.
 * Functions count as equal when they take the same number of arguments: the placeholder also says
 * whether the source text contains the word "arguments", which bundling may remove with a comment.
 */
export function firstDifference(left: unknown, right: unknown, path = 'App'): string | undefined {
  if (isRecord(left) && isRecord(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const difference = firstDifference(left[key], right[key], `${path}.${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return path;
    for (const [index, item] of left.entries()) {
      const difference = firstDifference(item, right[index], `${path}[${index}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return isDeepStrictEqual(withoutWordFlag(left), withoutWordFlag(right)) ? undefined : path;
}

function withoutWordFlag(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^(\$func\$\d+\$)[tf]\$$/, '$1') : value;
}
