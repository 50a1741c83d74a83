import * as z from 'zod';

const figure = z.object({
  /** `connector` or `relay`. */
  part: z.string(),
  measure: z.string(),
  baseline: z.string(),
  /** Measure over baseline, one for each run or pair. */
  ratios: z.array(z.number()),
  /** What the median must not exceed, or must at least reach. */
  target: z.union([z.object({ atMost: z.number() }), z.object({ atLeast: z.number() })]).optional(),
  /** Absolute medians, with their unit. */
  absolute: z.string(),
  baselineAbsolute: z.string(),
});

/** One measure beside its baseline, both taken in the same run. */
export type Figure = z.infer<typeof figure>;

const fact = z.object({
  part: z.string(),
  measure: z.string(),
  value: z.string(),
  /** What it must be, where something must. */
  target: z.string().optional(),
  /** Whether it is, where something must. */
  holds: z.boolean().optional(),
});

/** Something that is counted or shown, without a baseline. */
export type Fact = z.infer<typeof fact>;

/** What was found of one part, when and where: the page is drawn from the last of each. */
export const measured = z.object({
  date: z.string(),
  machine: z.string(),
  figures: z.array(figure),
  facts: z.array(fact),
  /** The pictures beside the page, by the names of their files. */
  pictures: z.array(z.object({ name: z.string(), title: z.string() })),
});

export type Measured = z.infer<typeof measured>;

/** A picture: how a figure grows. */
export interface Curve {
  /** The file's name without its ending. */
  name: string;
  title: string;
  x: string;
  y: string;
  /** Both axes in powers of ten. */
  logarithmic: boolean;
  series: { name: string; points: [x: number, y: number][] }[];
}

/** What a part of the bench found. */
export interface Findings {
  figures: Figure[];
  facts: Fact[];
  curves: Curve[];
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the given part of the values lies. @param part 0 to 1 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * part));
  const value = sorted[at];
  if (value === undefined) throw new Error('There is nothing to take a percentile of.');
  return value;
}

/** Each value over the one of the same pair. */
export function ratiosOf(values: readonly number[], baselines: readonly number[]): number[] {
  return values.map((value, index) => value / (baselines[index] ?? Number.NaN));
}

/** Milliseconds as a person reads them. */
export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
}

/** Whether the median of a figure reaches its target; true where there is none. */
export function reaches({ ratios, target }: Figure): boolean {
  if (!target) return true;
  const middle = median(ratios);
  return 'atMost' in target ? middle <= target.atMost : middle >= target.atLeast;
}
