import pc from 'picocolors';

/** A line under a step: what went in, what came out. */
export type Detail = readonly [label: string, value: unknown];

/** What a step did, for a person: its result and the lines that show it. */
export interface Told<Result> {
  result: Result;
  details?: readonly Detail[];
}

/** A step failed; `step` is its title. */
export class StepFailed extends Error {
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StepFailed';
    this.step = step;
  }
}

const LONGEST_VALUE = 96;

/** Prints a run step by step: in colour on a terminal, plain elsewhere. */
export class Narrator {
  #steps = 0;
  readonly #print: (line: string) => void;

  /** @param print where the lines go; to the terminal unless told */
  constructor(
    print = (line: string) => {
      console.log(line);
    },
  ) {
    this.#print = print;
  }

  heading(text: string): void {
    this.#print(`\n${pc.bold(text)}`);
  }

  /**
   * Runs a step and prints it with its time.
   *
   * @throws StepFailed with the step's title
   */
  async step<Result>(title: string, run: () => Promise<Told<Result>>): Promise<Result> {
    this.#steps += 1;
    const number = String(this.#steps).padStart(2);
    const startedAt = performance.now();
    try {
      const { result, details = [] } = await run();
      const time = pc.dim(`${Math.round(performance.now() - startedAt)} ms`);
      this.#print(`${pc.green(`${number} ✓`)} ${title} ${time}`);
      const width = Math.max(...details.map(([label]) => label.length), 0);
      for (const [label, value] of details) {
        this.#print(`     ${pc.cyan(label.padEnd(width))}  ${shorten(value)}`);
      }
      return result;
    } catch (error) {
      this.#print(`${pc.red(`${number} ✗`)} ${title}`);
      throw new StepFailed(title, error);
    }
  }

  get steps(): number {
    return this.#steps;
  }
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}

/** @throws Error with the sentence when something that must be true is not */
export function assure(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
