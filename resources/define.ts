import { errors } from 'zapier-platform-core';
import type * as z from 'zod';

import { deriveOutput, type Output } from './derive.ts';
import { toRecord, type RawRecord } from './values.ts';

/** One kind of HighLevel record: its type, check, sample and output fields, all from one schema. */
export interface Resource<Schema extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** What an operation declares: `...conversation.output`. */
  readonly output: Output;
  /** The same with a sample that fits one operation: `messageItem.outputOf({ status: 'failed' })`. */
  outputOf(example: Partial<z.output<Schema>>): Output;
  /** The fields, for a record that holds this one. */
  readonly shape: () => Schema['shape'];
  /**
   * The record, whatever shape HighLevel sent it in: every key present, unknown keys dropped.
   *
   * @throws errors.Error when the answer lacks an id.
   */
  parse(raw: unknown): z.output<Schema>;
}

/** The type of a resource's records. */
export type RecordOf<R> = R extends Resource<infer Schema> ? z.output<Schema> : never;

/**
 * Declares a record.
 *
 * @param name what a person would call it, in lower case: it appears in error messages
 * @param schema builds the fields; run when first needed, since every step is a cold start
 * @param read brings the shapes of HighLevel's endpoints to the schema's keys
 */
export function defineResource<Schema extends z.ZodObject>(
  name: string,
  schema: () => Schema,
  read: (raw: RawRecord) => RawRecord = (raw) => raw,
): Resource<Schema> {
  let built: Schema | undefined;
  const build = () => (built ??= schema());
  return {
    name,
    get output() {
      return deriveOutput(name, build);
    },
    outputOf(example) {
      const { sample, ...output } = deriveOutput(name, build);
      return { ...output, sample: { ...sample, ...example } };
    },
    shape: () => build().shape,
    parse(raw) {
      const result = build().safeParse(read(toRecord(raw)));
      if (result.success) return result.data;
      const keys = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw new errors.Error(
        `HighLevel's response contains no ${name} that can be read (${keys} is missing). ` +
          "Try again in a few minutes. If it happens again, tell the integration's publisher.",
        'unreadable_answer',
      );
    },
  };
}
