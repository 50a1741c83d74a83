import { toNumber } from '../../resources/values.ts';
import { median, milliseconds, ratiosOf, type Figure } from '../figures.ts';
import { eventOf, runScript } from './processes.ts';

/** Two unpacked integrations, and the address that answers them. */
export interface Pair {
  connector: string;
  empty: string;
  highLevel: string;
}

const BASELINE = 'an empty integration, packaged the same way';

/**
 * Cold starts: a new process imports the unpacked zip and handles its first event.
 *
 * @param runs pairs of processes for each figure
 */
export async function measureStartUp(pair: Pair, runs: number): Promise<Figure[]> {
  const { highLevel } = pair;
  const search = eventOf(highLevel, 'searches.find_contact.operation.perform', {
    email: 'anna@example.com',
  });
  const emptySearch = eventOf(highLevel, 'searches.fetch.operation.perform', {
    url: `${highLevel}/contacts/search/duplicate`,
  });
  const definition = eventOf(highLevel, undefined);
  return [
    await startFigure(pair, runs, 'cold start to the answer of a first search', 1.25, [
      search,
      emptySearch,
    ]),
    await startFigure(pair, runs, 'cold start to the definition', 1.35, [definition, definition]),
  ];
}

async function startFigure(
  { connector, empty }: Pair,
  runs: number,
  measure: string,
  atMost: number,
  [event, emptyEvent]: [object, object],
): Promise<Figure> {
  const times: number[] = [];
  const baselines: number[] = [];
  // The first of each warms the file cache and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const baseline = await firstRun(empty, emptyEvent);
    const time = await firstRun(connector, event);
    if (run === 0) continue;
    baselines.push(baseline);
    times.push(time);
  }
  return {
    part: 'connector',
    measure,
    baseline: BASELINE,
    ratios: ratiosOf(times, baselines),
    target: { atMost },
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
