import { toList, toNumber, type RawRecord } from '../../resources/values.ts';
import { kilobytes, median, milliseconds, ratiosOf, type Fact, type Figure } from '../figures.ts';
import { eventOf, runScript } from './processes.ts';
import type { Unpacked } from './start-up.ts';
import { CONTACT_ID } from './ids.ts';

interface Step {
  measure: string;
  method: string;
  inputData: RawRecord;
  /** How many bare requests it may take. */
  atMost: number;
  /** What the empty integration asks for: the same answer, by a bare z.request. */
  bare: { path: string; method: string; body?: RawRecord };
}

const MESSAGE = { type: 'SMS', contactId: CONTACT_ID, message: 'Yes, Thursday at ten is yours.' };

const STEPS: Step[] = [
  {
    measure: 'a poll of 100 messages',
    method: 'triggers.new_message.operation.perform',
    inputData: { channel: 'sms' },
    // Beside the request: 100 records read, each with a pointer to its contact.
    atMost: 2,
    bare: { path: '/conversations/messages/export', method: 'GET' },
  },
  {
    measure: 'a find',
    method: 'searches.find_contact.operation.perform',
    inputData: { email: 'anna@example.com' },
    atMost: 1.3,
    bare: { path: '/contacts/search/duplicate', method: 'GET' },
  },
  {
    measure: 'a send',
    method: 'creates.send_message.operation.perform',
    inputData: { contactId: CONTACT_ID, channel: 'sms', message: MESSAGE.message },
    atMost: 1.3,
    bare: { path: '/conversations/messages', method: 'POST', body: MESSAGE },
  },
];

const BARE = 'a bare z.request of the same call in the empty integration';
const WHOLE = 'the same step where zapier-platform-core is shown the whole integration';

/**
 * Processor time of warm steps through Zapier's handler, with the operations of today and with many: each beside
 * a bare `z.request` of the same call, and beside itself where core is shown the whole integration.
 */
export async function measureSteps(
  { connector, manyOperations, empty, highLevel }: Unpacked,
  rounds: number,
  runs: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { measure, method, inputData, bare, atMost } of STEPS) {
    const event = eventOf(highLevel, method, inputData);
    const bareEvent = eventOf(highLevel, 'searches.fetch.operation.perform', {
      ...bare,
      url: highLevel + bare.path,
    });
    const sizes = [
      { words: 'through the handler', folder: connector, ...emptyTimes() },
      { words: 'beside 500 operations', folder: manyOperations, ...emptyTimes() },
    ];
    const baselines: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      baselines.push(median((await warmRuns(empty, bareEvent, runs)).times));
      for (const { folder, times, wholeTimes } of sizes) {
        times.push(median((await warmRuns(folder, event, runs)).times));
        wholeTimes.push(median((await warmRuns(folder, event, runs, { isWhole: true })).times));
      }
    }
    for (const { words, times, wholeTimes } of sizes) {
      const beside = (baseline: string, values: number[]) => ({
        part: 'connector',
        measure: `processor time of ${measure}, ${words}`,
        baseline,
        ratios: ratiosOf(times, values),
        absolute: milliseconds(median(times)),
        baselineAbsolute: milliseconds(median(values)),
      });
      figures.push({ ...beside(BARE, baselines), target: { atMost } }, beside(WHOLE, wholeTimes));
    }
  }
  return figures;
}

/** Times of a step, and of the same where core is shown everything. */
function emptyTimes(): { times: number[]; wholeTimes: number[] } {
  return { times: [], wholeTimes: [] };
}

const OWNERS = {
  definition:
    'zapier-platform-core, which copies and freezes twice what it is shown of the integration',
  garbage: 'collecting garbage',
  platform: 'the rest of zapier-platform-core',
  node: 'Node itself',
  connector: "this connector's own code",
};

/** Where the processor's time of a warm step goes, by Node's profiler. */
export async function profileStep({ connector, highLevel }: Unpacked, runs: number): Promise<Fact> {
  const event = eventOf(highLevel, 'searches.find_contact.operation.perform', {
    email: 'anna@example.com',
  });
  const times = await runScript('profile-runs.mjs', connector, JSON.stringify(event), String(runs));
  const timeOf = (owner: string) => toNumber(times[owner]) ?? 0;
  const sum = Object.keys(OWNERS).reduce((all, owner) => all + timeOf(owner), 0);
  const shares = Object.entries(OWNERS).map(
    ([owner, words]) => `${Math.round((timeOf(owner) / sum) * 100)} % ${words}`,
  );
  return {
    part: 'connector',
    measure: 'processor time of a find through the handler, by who uses it',
    value: shares.join('; '),
  };
}

/** The handler's heap over many polls: after the first tenth it must not grow. */
export async function measureMemory(
  { connector, highLevel }: Unpacked,
  polls: number,
): Promise<Fact> {
  const event = eventOf(highLevel, 'triggers.new_message.operation.perform', { channel: 'sms' });
  const { heaps } = await warmRuns(connector, event, polls, { heapEvery: polls / 10 });
  const first = heaps[0] ?? Number.NaN;
  const last = heaps.at(-1) ?? Number.NaN;
  return {
    part: 'connector',
    measure: `heap after ${polls} polls, beside the heap after the first ${polls / 10}`,
    value: `${kilobytes(last)}, ${kilobytes(first)}`,
    target: 'no growth (within 5 %)',
    holds: last <= first * 1.05,
  };
}

async function warmRuns(
  folder: string,
  event: object,
  runs: number,
  { heapEvery = runs, isWhole = false } = {},
) {
  const { times, heaps } = await runScript(
    'warm-runs.mjs',
    folder,
    JSON.stringify(event),
    String(runs),
    String(heapEvery),
    ...(isWhole ? ['whole'] : []),
  );
  return { times: numbers(times), heaps: numbers(heaps) };
}

function numbers(values: unknown): number[] {
  return toList(values).flatMap((value) => toNumber(value) ?? []);
}
