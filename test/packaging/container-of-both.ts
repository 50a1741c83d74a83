// A container of Zapier's with two handlers of the app in the working folder: the one that Zapier's
// wrapper exports, and the one that core makes of the whole app. Hands each event that comes over IPC
// to both, and answers what came of it and how many objects core froze meanwhile.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { isRecord, type RawRecord } from '../../resources/values.ts';

/** What came of an event, as JSON, and how often `Object.freeze` was called for it. */
export interface Outcome {
  answer: string;
  freezes: number;
}

export interface Outcomes {
  /** By the handler that Zapier runs. */
  ours: Outcome;
  /** By core's handler of the whole app. */
  whole: Outcome;
}

/** What the container is handed. */
export interface Handed {
  event: RawRecord;
  /** Whether the freezes are asked for, and not the answers alone. */
  isCounted: boolean;
}

type Handler = (event: unknown) => Promise<unknown>;

let freezes = 0;
const freeze = Object.freeze;
Object.freeze = <T>(value: T): Readonly<T> => {
  freezes += 1;
  return freeze(value);
};

const wrapperPath = join(process.cwd(), 'zapierwrapper.js');
const wrapper: unknown = await import(pathToFileURL(wrapperPath).href);
const createHandler: unknown = createRequire(wrapperPath)(
  'zapier-platform-core/src/tools/create-lambda-handler',
);
if (!isRecord(wrapper) || typeof createHandler !== 'function') {
  throw new Error('The working folder holds no packaged app.');
}
// Modules come without types; both of these take an event and return a promise.
const ours = wrapper['handler'] as Handler;
// The same that Zapier's wrapper has core do.
const whole = (createHandler as (app: unknown) => Handler)(wrapper['appRaw']);

async function outcomeOf(handler: Handler, event: unknown): Promise<Outcome> {
  const before = freezes;
  const answer = await handler(structuredClone(event)).then(
    (results) => ({ results }),
    (error: unknown) => ({ error: error instanceof Error ? describe(error) : error }),
  );
  return { answer: JSON.stringify(answer), freezes: freezes - before };
}

/** An error with all that Zapier reads of it, without the places in the code. */
function describe(error: Error) {
  return Object.assign({}, error, { name: error.name, message: error.message });
}

process.on('message', ({ event, isCounted }: Handed) => {
  void (async () => {
    if (isCounted) {
      // What is made when first used is there the second time. Of the other's it is a small part.
      await outcomeOf(ours, event);
    }
    const outcomes: Outcomes = {
      ours: await outcomeOf(ours, event),
      whole: await outcomeOf(whole, event),
    };
    process.send?.(outcomes);
  })();
});
process.on('disconnect', () => process.exit());
