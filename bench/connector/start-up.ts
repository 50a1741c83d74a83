import { toNumber } from '../../resources/values.ts';
import { median, milliseconds, ratiosOf, type Figure } from '../figures.ts';
import { eventOf, runScript } from './processes.ts';

/** Unpacked integrations, and the address that answers them. */
export interface Unpacked {
  connector: string;
  empty: string;
  /** The connector with a single operation. */
  oneOperation: string;
  /** The connector with as many operations as it may have one day. */
  manyOperations: string;
  highLevel: string;
}

/**
 * Cold starts: a new process imports the unpacked zip and handles its first event.
 *
 * @param runs pairs of processes for each figure
 */
export async function measureStartUp(apps: Unpacked, runs: number): Promise<Figure[]> {
  const { connector, empty, oneOperation, highLevel } = apps;
  const search = eventOf(highLevel, 'searches.find_contact.operation.perform', {
    email: 'anna@example.com',
  });
  const emptySearch = eventOf(highLevel, 'searches.fetch.operation.perform', {
    url: `${highLevel}/contacts/search/duplicate`,
  });
  const definition = eventOf(highLevel, undefined);
  return [
    await compare(runs, {
      measure: 'cold start to the answer of a first search',
      baseline: 'an empty integration, packaged the same way',
      atMost: 1.25,
      run: () => firstRun(connector, search),
      runBaseline: () => firstRun(empty, emptySearch),
    }),
    await compare(runs, {
      measure: 'cold start to the definition',
      baseline: 'an empty integration, packaged the same way',
      atMost: 1.35,
      run: () => firstRun(connector, definition),
      runBaseline: () => firstRun(empty, definition),
    }),
    await compare(runs, {
      measure: 'cold start to the answer of a first search, all operations',
      baseline: 'the same connector with one operation',
      atMost: 1.4,
      run: () => firstRun(connector, search),
      runBaseline: () => firstRun(oneOperation, search),
    }),
  ];
}

interface Comparison {
  measure: string;
  baseline: string;
  atMost: number;
  run: () => Promise<number>;
  runBaseline: () => Promise<number>;
}

/** Times of two things, taken in turns. */
async function compare(runs: number, comparison: Comparison): Promise<Figure> {
  const times: number[] = [];
  const baselines: number[] = [];
  // The first of each warms the file cache and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const baseline = await comparison.runBaseline();
    const time = await comparison.run();
    if (run === 0) continue;
    baselines.push(baseline);
    times.push(time);
  }
  return {
    part: 'connector',
    measure: comparison.measure,
    baseline: comparison.baseline,
    ratios: ratiosOf(times, baselines),
    target: { atMost: comparison.atMost },
    absolute: milliseconds(median(times)),
    baselineAbsolute: milliseconds(median(baselines)),
  };
}

async function firstRun(folder: string, event: object): Promise<number> {
  const { ms, isAnswer } = await runScript('first-run.mjs', folder, JSON.stringify(event));
  const time = toNumber(ms);
  if (isAnswer !== true || time === null) throw new Error('The first run gave nothing.');
  return time;
}
