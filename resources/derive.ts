import * as z from 'zod';

import { isRecord, type RawRecord } from './values.ts';

/** One output field as Zapier declares it. */
export interface OutputField {
  key: string;
  label: string;
  type?: 'string' | 'number' | 'boolean' | 'datetime' | 'file' | 'integer';
  list?: boolean;
  /** Whether Zapier tells the items of a poll apart by it. */
  primary?: boolean;
}

/** What Zapier shows of a record before a Zap runs: one example and the names of its fields. */
export interface Output {
  sample: Record<string, unknown>;
  outputFields: OutputField[];
}

const outputs = new Map<string, { schema: () => z.ZodObject; output: Output }>();

/**
 * Sample and output fields of a record, from its schema. The build puts the finished answers in this
 * module's place, so that no schema is built when a step starts.
 *
 * @throws Error when a field has no title or no example: a person would read a raw key. The same for
 *   money without its currency beside it, or above it in line items, and for two records of one name.
 */
export function deriveOutput(name: string, schema: () => z.ZodObject): Output {
  const known = outputs.get(name);
  if (known && known.schema !== schema) throw new Error(`Two records are called "${name}".`);
  if (known) return known.output;
  const json: unknown = z.toJSONSchema(schema(), { target: 'openapi-3.0', io: 'output' });
  checkCurrency(name, json);
  const output = { sample: sampleOf(name, json), outputFields: inOrder(fieldsOf(name, json)) };
  outputs.set(name, { schema, output });
  return output;
}

/** Every record derived so far, by name. */
export function derivedOutputs(): Record<string, Output> {
  return Object.fromEntries([...outputs].map(([name, { output }]) => [name, output]));
}

function properties(schema: unknown): [string, RawRecord][] {
  const shape = isRecord(schema) ? schema['properties'] : undefined;
  if (!isRecord(shape)) return [];
  return Object.entries(shape).flatMap(([key, value]) => (isRecord(value) ? [[key, value]] : []));
}

/** The object inside a nested record's union of "record, pointer or nothing". */
function objectWithin(schema: RawRecord): RawRecord | undefined {
  if (schema['type'] === 'object') return schema;
  const options = schema['anyOf'] ?? schema['oneOf'];
  if (!Array.isArray(options)) return undefined;
  for (const option of options) {
    const found = isRecord(option) ? objectWithin(option) : undefined;
    if (found) return found;
  }
  return undefined;
}

function linesWithin(schema: RawRecord): RawRecord | undefined {
  const items = schema['items'];
  return schema['type'] === 'array' && isRecord(items) && items['type'] === 'object'
    ? items
    : undefined;
}

function checkCurrency(name: string, schema: unknown, isAbove = false): void {
  const fields = properties(schema);
  const hasCurrency = isAbove || fields.some(([key]) => key === 'currency');
  for (const [key, value] of fields) {
    if (value['money'] === true && !hasCurrency) {
      throw new Error(`The field ${name}.${key} is money, and has no currency beside it.`);
    }
    checkCurrency(`${name}.${key}`, objectWithin(value) ?? linesWithin(value), hasCurrency);
  }
}

function sampleOf(name: string, schema: unknown): Record<string, unknown> {
  return Object.fromEntries(
    properties(schema).map(([key, value]) => {
      const object = objectWithin(value);
      if (object) return [key, sampleOf(`${name}.${key}`, object)];
      const lines = linesWithin(value);
      if (lines) return [key, [sampleOf(`${name}.${key}`, lines)]];
      const examples: unknown = value['examples'];
      if (!Array.isArray(examples) || examples.length === 0) {
        throw new Error(`The field ${name}.${key} has no example.`);
      }
      return [key, examples[0]];
    }),
  );
}

interface FoundField {
  field: OutputField;
  isLead: boolean;
}

/** The fields as people read them: the record's own ID, what they look for first, then the rest. */
function inOrder([first, ...rest]: readonly FoundField[]): OutputField[] {
  const following = [...rest.filter(({ isLead }) => isLead), ...rest.filter((one) => !one.isLead)];
  return [...(first ? [first] : []), ...following].map(({ field }) => field);
}

function fieldsOf(name: string, schema: unknown, keyPrefix = '', labelPrefix = ''): FoundField[] {
  return properties(schema).flatMap(([key, value]) => {
    const title = value['title'];
    if (typeof title !== 'string' || title === '') {
      throw new Error(`The field ${name}.${key} has no title.`);
    }
    const label = title.startsWith(labelPrefix) ? title : `${labelPrefix} ${title}`;
    const object = objectWithin(value);
    if (object) return fieldsOf(`${name}.${key}`, object, `${keyPrefix}${key}__`, label);
    const lines = linesWithin(value);
    // The lines are known by their own name, whatever record holds them.
    if (lines) return fieldsOf(`${name}.${key}`, lines, `${keyPrefix}${key}[]`, title);
    const field = {
      key: `${keyPrefix}${key}`,
      label,
      ...typeOf(value),
      ...(value['primary'] === true && { primary: true }),
    };
    return [{ field, isLead: value['lead'] === true }];
  });
}

function typeOf(declared: RawRecord): Pick<OutputField, 'type' | 'list'> {
  // A list whose pointer may stand for all of it.
  const options = Array.isArray(declared['anyOf']) ? declared['anyOf'].filter(isRecord) : [];
  const list = options.find(({ type }) => type === 'array');
  const schema = list ? { ...declared, type: 'array' } : declared;
  if (schema['format'] === 'file') {
    return schema['type'] === 'array' ? { type: 'file', list: true } : { type: 'file' };
  }
  if (schema['type'] === 'array') return { type: 'string', list: true };
  if (schema['format'] === 'date-time') return { type: 'datetime' };
  if (schema['type'] === 'integer') return { type: 'integer' };
  if (schema['type'] === 'number') return { type: 'number' };
  if (schema['type'] === 'boolean') return { type: 'boolean' };
  return { type: 'string' };
}
