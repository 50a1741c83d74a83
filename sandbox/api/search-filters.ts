import { badRequest, type Json } from '../http/errors.ts';
import { listOf, nested, object, oneOf, string } from '../http/validate.ts';

/**
 * HighLevel's search serves the first 10,000 results by page; beyond them `searchAfter` is needed.
 */
export const PAGED_RESULTS = 10_000;

/** The value behind a filter's field; dates as milliseconds. */
export type FieldReader = (field: string) => unknown;

/** Fields that are compared as a whole only. */
const EXACT_ONLY = ['email'];

/** Characters of the text of `contains` at most. */
const LONGEST_VALUE = 75;

export const FILTERS = listOf(object);
export const SORT = listOf(nested({ field: string, direction: oneOf(['asc', 'desc']) }, {}));

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value ?? '').toLowerCase();

const asNumber = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;

function inRange(found: unknown, range: unknown): boolean {
  const bounds: Json = typeof range === 'object' && range !== null ? { ...range } : {};
  const value = asNumber(found);
  return (
    (bounds.gt === undefined || value > asNumber(bounds.gt)) &&
    (bounds.gte === undefined || value >= asNumber(bounds.gte)) &&
    (bounds.lt === undefined || value < asNumber(bounds.lt)) &&
    (bounds.lte === undefined || value <= asNumber(bounds.lte))
  );
}

/** Whether one of the records behind a field passes all filters on its own fields. */
function nestedMatch(found: unknown, wanted: unknown): boolean {
  const record: Json = typeof found === 'object' && found !== null ? { ...found } : {};
  const filters: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return filters.every(
    (filter) =>
      typeof filter === 'object' &&
      filter !== null &&
      passes((field) => record[field], { ...filter }),
  );
}

function compareField(found: unknown, operator: string, wanted: unknown): boolean {
  const list: unknown[] = Array.isArray(found) ? found : [found];
  const wantedList: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const equals = (): boolean =>
    list.some((one) => wantedList.some((other) => asText(one) === asText(other)));
  const contains = (): boolean =>
    list.some((one) => wantedList.some((other) => asText(one).includes(asText(other))));
  const exists = found !== undefined && found !== null && found !== '' && list.length > 0;
  switch (operator) {
    case 'eq':
      return exists && equals();
    case 'not_eq':
      return !exists || !equals();
    case 'contains':
      return exists && contains();
    case 'not_contains':
      return !exists || !contains();
    case 'exists':
      return exists;
    case 'not_exists':
      return !exists;
    case 'range':
      return exists && inRange(found, wanted);
    case 'nested':
      return exists && list.some((one) => nestedMatch(one, wanted));
    default:
      throw badRequest(`Invalid filter operator: ${operator}`);
  }
}

/**
 * Whether a record passes a filter, `{field, operator, value}` or `{group, filters}`.
 *
 * @throws ApiError 400 for a filter that is none
 */
export function passes(fieldOf: FieldReader, filter: Json): boolean {
  if (typeof filter.group === 'string') {
    const inner: unknown[] = Array.isArray(filter.filters) ? filter.filters : [];
    const results = inner.map(
      (one) => typeof one === 'object' && one !== null && passes(fieldOf, { ...one }),
    );
    return filter.group === 'OR' ? results.some(Boolean) : results.every(Boolean);
  }
  if (typeof filter.field !== 'string' || typeof filter.operator !== 'string') {
    throw badRequest('Each filter needs field and operator');
  }
  const { field, operator, value } = filter;
  if (EXACT_ONLY.includes(field) && /contains|range/.test(operator)) {
    throw badRequest(`Invalid operator ${operator} for field ${field}`);
  }
  if (operator.includes('contains') && String(value).length > LONGEST_VALUE) {
    throw badRequest(`Filter value must not be longer than ${String(LONGEST_VALUE)} characters`);
  }
  return compareField(fieldOf(field), operator, value);
}

export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

/** Compares by the asked fields, then by id, so that every record has one place. */
export function order<T extends { id: string }>(
  a: T,
  b: T,
  sorts: readonly Sort[],
  fieldOf: (record: T, field: string) => unknown,
): number {
  for (const { field, direction } of sorts) {
    const sign = direction === 'asc' ? 1 : -1;
    const [left, right] = [fieldOf(a, field), fieldOf(b, field)];
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : asText(left).localeCompare(asText(right));
    if (difference !== 0) return sign * difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
