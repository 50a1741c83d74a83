import { isRecord } from '../../resources/values.ts';

/**
 * What answers look like: for each place in them, such as `contacts[].dateAdded`, the kinds of value
 * that stood there. There are no values in it, and no key that could be one.
 */
export class Shape {
  readonly #places = new Map<string, Place>();

  /** Adds an answer. */
  add(answer: unknown): void {
    this.#add('', answer);
  }

  get places(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  #add(path: string, value: unknown): void {
    const place = this.#places.get(path) ?? { kinds: new Set(), seen: 0 };
    this.#places.set(path, place);
    place.seen += 1;
    place.kinds.add(kindOf(value));
    if (Array.isArray(value)) {
      for (const entry of value) this.#add(`${path}[]`, entry);
    } else if (isRecord(value)) {
      for (const [key, entry] of Object.entries(value)) this.#add(below(path, key), entry);
    }
  }
}

/** One place in the answers of an endpoint. */
export interface Place {
  kinds: Set<string>;
  /** How often something stood there. */
  seen: number;
}

function below(path: string, key: string): string {
  return path === '' ? masked(key) : `${path}.${masked(key)}`;
}

/** A key as programs write it; any other may be an ID, a date, a name or an email. */
const OWN_KEY = /^_{0,2}[A-Za-z][A-Za-z_-]{0,39}$/;

/** HighLevel's IDs are random letters and digits; few have no digit, and then many capitals. */
const LIKE_AN_ID = /^(?=(?:[a-z]*[A-Z]){6})[A-Za-z]{20,}$/;

function masked(key: string): string {
  return OWN_KEY.test(key) && !LIKE_AN_ID.test(key) ? key : '{key}';
}

const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

/** `text`, `date`, `number`, `yes or no`, `null`, `list` or `object`. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return DATE.test(value) ? 'date' : 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes or no';
    default:
      return 'object';
  }
}

/** Something in which the answers of an endpoint differ from the expected ones. */
export interface ShapeDifference {
  place: string;
  problem: string;
}

/**
 * In what answers differ from those that this integration is tested with. A place that only some of
 * the expected answers have may be missing; null may stand anywhere.
 */
export function differencesOf(actual: Shape, expected: Shape): ShapeDifference[] {
  const differences: ShapeDifference[] = [];
  for (const [place, { kinds }] of actual.places) {
    const parent = expected.places.get(parentOf(place));
    const known = expected.places.get(place);
    // Below a place that is new itself, everything is; an empty list says nothing of its entries.
    if (!known) {
      if (parent) differences.push({ place, problem: `is not expected: ${sorted(kinds)}` });
      continue;
    }
    const others = [...kinds].filter((kind) => kind !== 'null' && !known.kinds.has(kind));
    const isKnown = [...known.kinds].some((kind) => kind !== 'null');
    if (others.length > 0 && isKnown) {
      differences.push({
        place,
        problem: `is ${sorted(others)}, and not ${sorted(known.kinds)}`,
      });
    }
  }
  for (const [place, { seen }] of expected.places) {
    if (place === '' || actual.places.has(place)) continue;
    const parent = parentOf(place);
    const isAlways = seen >= (expected.places.get(parent)?.seen ?? Infinity);
    const isEntry = place.endsWith('[]');
    if (isAlways && !isEntry && actual.places.has(parent)) {
      differences.push({ place, problem: 'is missing' });
    }
  }
  return differences;
}

function parentOf(place: string): string {
  return place.endsWith('[]') ? place.slice(0, -2) : place.replace(/(^|\.)[^.]*$/, '');
}

function sorted(kinds: Iterable<string>): string {
  return [...kinds].toSorted().join(' or ');
}
