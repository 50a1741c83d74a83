import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import * as echarts from 'echarts';

import { formatted } from '../scripts/lib/formatted.ts';
import { readJson } from '../scripts/lib/project.ts';
import {
  measured,
  median,
  reaches,
  type Curve,
  type Fact,
  type Figure,
  type Findings,
  type Measured,
} from './figures.ts';

/** The parts of the page, in its order. */
export const PARTS = ['connector', 'relay'] as const;

export type Part = (typeof PARTS)[number];

/** The machine, as the page names it. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}`;
}

/** The findings as a table for a terminal. */
export function asText({ figures, facts }: Findings): string {
  return [
    ...figures.map(
      (figure) =>
        `${figure.target ? mark(reaches(figure)) : ' '} ${figure.measure}: ${spread(figure.ratios)} times ${figure.baseline}${targetOf(figure)}; ${figure.absolute} beside ${figure.baselineAbsolute}`,
    ),
    ...facts.map(
      (fact) =>
        `${fact.target === undefined ? ' ' : mark(fact.holds ?? false)} ${fact.measure}: ${fact.value}${fact.target ? ` (must be ${fact.target})` : ''}`,
    ),
  ].join('\n');
}

function mark(isReached: boolean): string {
  return isReached ? '✓' : '✗';
}

function spread(ratios: readonly number[]): string {
  if (ratios.length < 2) return median(ratios).toFixed(2);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

function targetOf({ target }: Figure): string {
  if (!target) return '';
  return 'atMost' in target ? `, at most ${target.atMost}` : `, at least ${target.atLeast}`;
}

/** Keeps what was found of a part beside the page, with a picture of each curve. */
export async function keepFindings(
  part: Part,
  { figures, facts, curves }: Findings,
  folder: string,
  date: Date,
): Promise<void> {
  const pictures = join(folder, 'benchmarks');
  mkdirSync(pictures, { recursive: true });
  for (const curve of curves) writeFileSync(join(pictures, `${curve.name}.svg`), draw(curve));
  const found: Measured = {
    date: date.toISOString(),
    machine: machine(),
    figures,
    facts,
    pictures: curves.map(({ name, title }) => ({ name, title })),
  };
  await writeFormatted(fileOf(part, folder), JSON.stringify(found));
}

/** Writes docs/benchmarks.md from what was found last of each part. */
export async function writePage(folder: string): Promise<void> {
  const parts = PARTS.map((part) => ({ part, ...measured.parse(readJson(fileOf(part, folder))) }));
  await writeFormatted(join(folder, 'benchmarks.md'), pageOf(parts));
}

function fileOf(part: Part, folder: string): string {
  return join(folder, 'benchmarks', `${part}.json`);
}

async function writeFormatted(file: string, text: string): Promise<void> {
  writeFileSync(file, await formatted(file, text));
}

/** What the figures do not say themselves: where the time goes and what was done about it. */
const FOUND = new URL('found.md', import.meta.url);

function pageOf(parts: ({ part: Part } & Measured)[]): string {
  const figures = parts.flatMap((part) => part.figures);
  const facts = parts.flatMap((part) => part.facts);
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`, on a machine that other work shares. Such a machine is noisy, so each figure is a ratio to a baseline of the same run: median (least to most).',
    '',
    'A command of about 20 minutes; `-- --only connector` or `-- --only relay` measures one part, and `-- --quick` takes less than two minutes and writes nothing. What they mean for a large installation: [the relay](relay.md#how-large).',
    '',
    ...summary(figures, facts),
    ...parts.flatMap(({ part, date, machine, figures, facts }) => [
      `## The ${part}`,
      '',
      `Measured on ${date.slice(0, 10)}: ${machine}.`,
      '',
      ...figureTable(figures),
      ...factTable(facts),
    ]),
    ...parts.flatMap(({ pictures }) =>
      pictures.map(({ name, title }) => `![${title}](benchmarks/${name}.svg)\n`),
    ),
    '## What was found, and what was done',
    '',
    readFileSync(FOUND, 'utf8'),
  ].join('\n');
}

function summary(figures: readonly Figure[], facts: readonly Fact[]): string[] {
  const aims = [
    ...figures.flatMap((figure) =>
      figure.target ? [{ measure: figure.measure, isReached: reaches(figure) }] : [],
    ),
    ...facts.flatMap(({ measure, target, holds = false }) =>
      target === undefined ? [] : [{ measure, isReached: holds }],
    ),
  ];
  const missed = aims.filter(({ isReached }) => !isReached);
  return [
    `${aims.length - missed.length} of ${aims.length} targets are reached.${missed.length > 0 ? ' The others, with [why](#what-was-found-and-what-was-done):' : ''}`,
    '',
    ...missed.map(({ measure }) => `- ${measure}`),
    '',
  ];
}

function figureTable(figures: readonly Figure[]): string[] {
  if (figures.length === 0) return [];
  return [
    '| Measure | Baseline | Ratio | Must be | Absolute | Baseline |',
    '| --- | --- | --- | --- | --- | --- |',
    ...figures.map(
      (figure) =>
        `| ${figure.measure} | ${figure.baseline} | ${spread(figure.ratios)} ${figure.target ? mark(reaches(figure)) : ''} | ${targetOf(figure).replace(/^, /, '')} | ${figure.absolute} | ${figure.baselineAbsolute} |`,
    ),
    '',
  ];
}

function factTable(facts: readonly Fact[]): string[] {
  if (facts.length === 0) return [];
  return [
    '| Measure | Value | Must be |',
    '| --- | --- | --- |',
    ...facts.map(
      ({ measure, value, target, holds }) =>
        `| ${measure} | ${value} ${target === undefined ? '' : mark(holds ?? false)} | ${target ?? ''} |`,
    ),
    '',
  ];
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted'];

/** A picture that can be read without colour: each line has a symbol and a dash of its own. */
function draw({ title, x, y, logarithmic, series }: Curve): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 760, height: 460 });
  const type = logarithmic ? 'log' : 'value';
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: title, left: 'center' },
    legend: { bottom: 0 },
    grid: { left: 70, right: 40, top: 60, bottom: 100 },
    xAxis: { type, name: x, nameLocation: 'middle', nameGap: 32 },
    yAxis: { type, name: y },
    series: series.map(({ name, points }, index) => ({
      type: 'line',
      name,
      data: points,
      symbol: SYMBOLS[index % SYMBOLS.length],
      symbolSize: 10,
      lineStyle: { type: DASHES[index % DASHES.length], width: 2 },
    })),
  });
  const picture = chart.renderToSVGString();
  chart.dispose();
  return picture;
}
