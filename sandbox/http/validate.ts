import { unprocessable } from './errors.ts';

/**
 * Reads one present value. Problems are reported in the words of NestJS's validation pipe, which
 * is what HighLevel answers with.
 */
export type Reader<T> = (value: unknown, name: string, problems: string[]) => T | undefined;
export type Fields = Record<string, Reader<unknown>>;
type Values<F extends Fields> = {
  [K in keyof F]: F[K] extends Reader<infer T> ? T : never;
};
export type Read<R extends Fields, O extends Fields> = Values<R> & Partial<Values<O>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const string: Reader<string> = (value, name, problems) => {
  if (typeof value === 'string') return value;
  problems.push(`${name} must be a string`);
  return undefined;
};

export const number: Reader<number> = (value, name, problems) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  problems.push(`${name} must be a number conforming to the specified constraints`);
  return undefined;
};

export const boolean: Reader<boolean> = (value, name, problems) => {
  if (typeof value === 'boolean') return value;
  problems.push(`${name} must be a boolean value`);
  return undefined;
};

export const object: Reader<Record<string, unknown>> = (value, name, problems) => {
  if (isRecord(value)) return value;
  problems.push(`${name} must be an object`);
  return undefined;
};

/** Accepts whatever arrives. */
export const anything: Reader<unknown> = (value) => value;

/** One of the listed strings, case-sensitive. */
export const oneOf =
  <const T extends string>(values: readonly T[]): Reader<T> =>
  (value, name, problems) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) problems.push(`${name} must be a valid enum value`);
    return known;
  };

/** One of the listed numbers. */
export const numberAmong =
  <const T extends number>(values: readonly T[]): Reader<T> =>
  (value, name, problems) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) problems.push(`${name} must be one of ${values.join(', ')}`);
    return known;
  };

/** A number within bounds, both included. */
export const between =
  (least: number, most: number, read: Reader<number> = number): Reader<number> =>
  (value, name, problems) => {
    const found = read(value, name, problems);
    if (found === undefined) return undefined;
    if (found > most) problems.push(`${name} must not be greater than ${String(most)}`);
    if (found < least) problems.push(`${name} must not be less than ${String(least)}`);
    return found;
  };

/** An ISO 8601 date, a time optional; the value is handed on as it came. */
export const isoDate: Reader<string> = (value, name, problems) => {
  const valid =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value));
  if (valid) return value;
  problems.push(`${name} must be a valid ISO 8601 date string`);
  return undefined;
};

export const listOf =
  <T>(read: Reader<T>, most = Infinity): Reader<T[]> =>
  (value, name, problems) => {
    if (!Array.isArray(value)) {
      problems.push(`${name} must be an array`);
      return undefined;
    }
    if (value.length > most) {
      problems.push(`${name} must contain no more than ${String(most)} elements`);
    }
    const inner: string[] = [];
    const found = value.flatMap((item: unknown, index) => {
      const one = read(item, `${name}.${String(index)}`, inner);
      return one === undefined ? [] : [one];
    });
    const flat = inner.filter((problem) => !/^[\w.]+\.\d+ must be/.test(problem));
    problems.push(...flat);
    const wrong = inner.find((problem) => /^[\w.]+\.\d+ must be/.test(problem));
    if (wrong !== undefined) {
      problems.push(`each value in ${name} must be ${wrong.split(' must be ')[1] ?? 'valid'}`);
    }
    return found;
  };

/** An object with its own required and optional keys; others are refused. */
export function nested<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Reader<Read<R, O>> {
  return (value, name, problems) => {
    if (!isRecord(value)) {
      problems.push(`${name} must be an object`);
      return undefined;
    }
    return readFields(value, required, optional, `${name}.`, problems);
  };
}

function readFields<R extends Fields, O extends Fields>(
  source: Record<string, unknown>,
  required: R,
  optional: O,
  prefix: string,
  problems: string[],
): Read<R, O> {
  const found: Record<string, unknown> = {};
  for (const key of Object.keys(source)) {
    if (!(key in required) && !(key in optional)) {
      problems.push(`${prefix}property ${key} should not exist`);
    }
  }
  for (const [key, read] of Object.entries(required)) {
    const value = source[key];
    if (value === '' || value === null || value === undefined) {
      problems.push(`${prefix}${key} should not be empty`);
      if (value !== '') read(value, `${prefix}${key}`, problems);
    } else {
      found[key] = read(value, `${prefix}${key}`, problems);
    }
  }
  for (const [key, read] of Object.entries(optional)) {
    const value = source[key];
    if (value === null || value === undefined) continue;
    found[key] = read(value, `${prefix}${key}`, problems);
  }
  // Every key was read by its own reader above; callers see it only when there was no problem.
  return found as Read<R, O>;
}

/**
 * Reads a JSON body: unknown keys, wrong types and missing keys are answered together with 422,
 * as HighLevel's whitelist validation does.
 */
export function readBody<R extends Fields, O extends Fields>(
  body: unknown,
  required: R,
  optional: O,
): Read<R, O> {
  const problems: string[] = [];
  const values = readFields(isRecord(body) ? body : {}, required, optional, '', problems);
  if (problems.length > 0) throw unprocessable(problems);
  return values;
}

/** Reads a value that is written in a query string. */
export const fromText =
  <T>(parse: (text: string) => T | undefined, problem: string): Reader<T> =>
  (value, name, problems) => {
    const found = typeof value === 'string' ? parse(value) : undefined;
    if (found === undefined) problems.push(`${name} ${problem}`);
    return found;
  };

/** A number written in a query string. */
export const numberText: Reader<number> = fromText(
  (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  'must be a number conforming to the specified constraints',
);

/** `true` or `false` written in a query string. */
export const booleanText: Reader<boolean> = fromText(
  (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  'must be a boolean value',
);

/** Values separated by commas in a query string. */
export const csv: Reader<string[]> = fromText(
  (text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  'must be a string',
);

/** Values of a query that are separated by commas, or repeat their key. */
export const csvOrList: Reader<string[]> = (value, name, problems) =>
  (Array.isArray(value) ? listOf(string) : csv)(value, name, problems);

/** Reads a query string with the same strictness as a body; empty values count as absent. */
export function readQuery<R extends Fields, O extends Fields>(
  query: unknown,
  required: R,
  optional: O,
): Read<R, O> {
  const present = Object.fromEntries(
    Object.entries(isRecord(query) ? query : {}).filter(([, value]) => value !== ''),
  );
  return readBody(present, required, optional);
}
