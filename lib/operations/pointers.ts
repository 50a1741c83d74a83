import { toRecord, toText } from '../../resources/values.ts';

interface Shown {
  display: object;
}

type Operations = Readonly<Record<string, Shown>>;

/**
 * What a version offers, without the sentences of its descriptions that point to an operation which it
 * does not offer: it is hidden, or of an area that was left out. The first sentence says what an
 * operation does, and stays.
 *
 * @param all the operations of every area
 * @param own those of this version, by their kind
 */
export function withoutLostPointers<Own extends Readonly<Record<string, Operations>>>(
  all: readonly Operations[],
  own: Own,
): Own {
  const names = labelsIn(all);
  const offered = new Set(labelsIn(Object.values(own)));
  const lost = names.filter((name) => !offered.has(name));
  if (lost.length === 0) return own;
  // "Find Contact by Field" is not taken for "Find Contact".
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const points = (sentence: string) => {
    // Every step begins with this: few sentences name one of the few that are lost.
    if (!lost.some((name) => sentence.includes(name))) return false;
    let rest = sentence;
    for (const name of longestFirst) {
      if (!rest.includes(name)) continue;
      if (lost.includes(name)) return true;
      rest = rest.replaceAll(name, '');
    }
    return false;
  };
  // The same operations under the same keys.
  return Object.fromEntries(
    Object.entries(own).map(([kind, operations]) => [kind, described(operations, points)]),
  ) as unknown as Own;
}

function described(operations: Operations, points: (sentence: string) => boolean): Operations {
  return Object.fromEntries(
    Object.entries(operations).map(([key, entry]) => {
      const text = toText(toRecord(entry.display)['description']) ?? '';
      const [first, ...others] = text.split(/(?<=\.) /);
      const description = [first, ...others.filter((sentence) => !points(sentence))].join(' ');
      return [key, { ...entry, display: { ...entry.display, description } }];
    }),
  );
}

/** What people can choose, by its label. */
function labelsIn(parts: readonly Operations[]): string[] {
  return parts.flatMap((operations) =>
    Object.values(operations)
      .map(({ display }) => toRecord(display))
      .filter(({ hidden }) => hidden !== true)
      .flatMap(({ label }) => toText(label) ?? []),
  );
}
