/** One measure beside its baseline, both taken in the same run. */
export interface Figure {
  /** `connector` or `relay`. */
  part: string;
  measure: string;
  baseline: string;
  /** Measure over baseline, one for each run or pair. */
  ratios: number[];
  /** What the median must not exceed, or must at least reach. */
  target?: { atMost: number } | { atLeast: number };
  /** Absolute medians, with their unit. */
  absolute: string;
  baselineAbsolute: string;
}

/** Something that is counted or shown, without a baseline. */
export interface Fact {
  part: string;
  measure: string;
  value: string;
  /** What it must be, where something must. */
  target?: string;
  /** Whether it is, where something must. */
  holds?: boolean;
}

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

/** The findings of several parts as one. */
export function joinFindings(parts: readonly Findings[]): Findings {
  return {
    figures: parts.flatMap(({ figures }) => figures),
    facts: parts.flatMap(({ facts }) => facts),
    curves: parts.flatMap(({ curves }) => curves),
  };
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
