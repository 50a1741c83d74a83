/** Writes down what is wrong with a value at a path of an answer. */
export type Shape = (value: unknown, path: string, problems: string[]) => void;

/** A key that an answer may leave out. */
export interface Optional {
  optional: Shape;
}

const kind =
  (wanted: string, holds: (value: unknown) => boolean): Shape =>
  (value, path, problems) => {
    if (!holds(value)) problems.push(`${path} is ${spelled(value)}, not ${wanted}`);
  };

const spelled = (value: unknown): string =>
  value === undefined ? 'undefined' : JSON.stringify(value).slice(0, 80);

export const anything: Shape = () => undefined;
export const text = kind('a text', (value) => typeof value === 'string');
export const number = kind('a number', (value) => typeof value === 'number');
export const boolean = kind('true or false', (value) => typeof value === 'boolean');
export const nothing = kind('null', (value) => value === null);

/** A text of a certain form, such as `TYPE_SMS`. */
export const like = (form: RegExp): Shape =>
  kind(`like ${String(form)}`, (value) => typeof value === 'string' && form.test(value));

/** A date as most of the API writes it. */
export const iso = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** A date in milliseconds, in this century. */
export const ms = kind('milliseconds', (value) => typeof value === 'number' && value > 1e12);

/** A date in whole seconds, in this century. */
export const seconds = kind(
  'seconds',
  (value) => Number.isInteger(value) && Number(value) > 1e9 && Number(value) < 1e11,
);

export const exactly = (wanted: unknown): Shape =>
  kind(spelled(wanted), (value) => value === wanted);

export const optional = (shape: Shape): Optional => ({ optional: shape });

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, path, problems) => {
    const tries = shapes.map((shape) => {
      const own: string[] = [];
      shape(value, path, own);
      return own;
    });
    if (!tries.some((own) => own.length === 0)) problems.push(tries.flat().join(' and '));
  };

export const orNull = (shape: Shape): Shape => either(nothing, shape);

export const listOf =
  (shape: Shape): Shape =>
  (value, path, problems) => {
    if (!Array.isArray(value)) problems.push(`${path} is ${spelled(value)}, not a list`);
    else
      value.forEach((one, index) => {
        shape(one, `${path}[${String(index)}]`, problems);
      });
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these keys and no others. */
export const record =
  (keys: Readonly<Record<string, Shape | Optional>>): Shape =>
  (value, path, problems) => {
    if (!isObject(value)) {
      problems.push(`${path} is ${spelled(value)}, not an object`);
      return;
    }
    for (const key of Object.keys(value)) {
      if (!(key in keys)) problems.push(`${path}.${key} is not known`);
    }
    for (const [key, shape] of Object.entries(keys)) {
      const isOptional = typeof shape !== 'function';
      if (key in value)
        (isOptional ? shape.optional : shape)(value[key], `${path}.${key}`, problems);
      else if (!isOptional) problems.push(`${path}.${key} is missing`);
    }
  };

/** An object whose keys are not known beforehand. */
export const mapOf =
  (shape: Shape): Shape =>
  (value, path, problems) => {
    if (!isObject(value)) problems.push(`${path} is ${spelled(value)}, not an object`);
    else for (const [key, one] of Object.entries(value)) shape(one, `${path}.${key}`, problems);
  };

/** What is wrong with an answer; empty where it has the shape. */
export function problemsOf(shape: Shape, value: unknown): string[] {
  const problems: string[] = [];
  shape(value, 'answer', problems);
  return problems;
}
