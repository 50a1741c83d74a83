import type { OutputField } from '../../api/run.ts';

/** One line of a record as Zapier shows it: a field's label, and its value. */
export interface Line {
  key: string;
  label: string;
  type: string;
  value: Cell;
}

/** A value as it is drawn. */
export type Cell =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  /** Fetched by Zapier when a step uses it. */
  | { kind: 'pointer'; pointer: string; isFile: boolean }
  | { kind: 'table'; columns: { key: string; label: string }[]; rows: Cell[][] };

/** A record as labeled lines, those of declared fields first, in their order. */
export function linesOf(record: Record<string, unknown>, fields: readonly OutputField[]): Line[] {
  const values = new Map(flat(record, ''));
  const declared = fields.filter(({ key }) => values.has(key));
  const known = new Set(declared.map(({ key }) => key));
  const others = [...values.keys()].filter((key) => !known.has(key));
  return [...declared, ...others.map((key) => ({ key, label: labelOf(key), type: 'string' }))].map(
    ({ key, label, type }) => ({
      key,
      label,
      type,
      value: cellOf(values.get(key), key, fields, type === 'file'),
    }),
  );
}

/** Nested records become one level, with `__` between the keys. */
function flat(record: object, prefix: string): [string, unknown][] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
    const path = prefix + key;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
    return flat(value, `${path}__`);
  });
}

/** A key as words, for a field that is not declared. */
function labelOf(key: string): string {
  const words = key
    .replaceAll('__', ' ')
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cellOf(
  value: unknown,
  key: string,
  fields: readonly OutputField[],
  isFile: boolean,
): Cell {
  if (value === null || value === undefined || value === '') return { kind: 'blank' };
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (list.length === 0) return { kind: 'blank' };
    if (list.some((item) => typeof item === 'object' && item !== null)) {
      return tableOf(list, key, fields);
    }
    if (!list.some(isPointer)) return { kind: 'text', text: list.map(textOf).join('\n') };
    const rows = list.map((item) => [cellOf(item, key, fields, isFile)]);
    return { kind: 'table', columns: [{ key: 'value', label: 'Value' }], rows };
  }
  if (isPointer(value)) return { kind: 'pointer', pointer: value, isFile };
  return { kind: 'text', text: textOf(value) };
}

/** Line items: a row for each, a column for each key that any of them has. */
function tableOf(items: unknown[], key: string, fields: readonly OutputField[]): Cell {
  const rows = items.map((item) =>
    typeof item === 'object' && item !== null
      ? new Map(flat(item, ''))
      : new Map([['value', item]]),
  );
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const fieldOf = (column: string) => fields.find((field) => field.key === `${key}[]${column}`);
  return {
    kind: 'table',
    columns: keys.map((column) => ({
      key: column,
      label: fieldOf(column)?.label ?? labelOf(column),
    })),
    rows: rows.map((row) =>
      keys.map((column) =>
        cellOf(row.get(column), `${key}[]${column}`, fields, fieldOf(column)?.type === 'file'),
      ),
    ),
  };
}

/** Any value as a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isPointer(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('hydrate|||');
}
