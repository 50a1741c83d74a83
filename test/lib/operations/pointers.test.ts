import { describe, expect, test } from '@jest/globals';

import { AREAS } from '../../../areas.ts';
import { chooseAreas, neededBy, operationsIn } from '../../../lib/operations/areas.ts';
import { offerFor } from '../../../lib/operations/offer.ts';
import { withoutLostPointers } from '../../../lib/operations/pointers.ts';
import { toRecord } from '../../../resources/values.ts';

type Operations = Record<string, { display: object }>;

const KINDS = ['triggers', 'searches', 'creates', 'searchOrCreates'] as const;

function partsOf(areas: Partial<typeof AREAS>, relay?: string): Record<string, Operations> {
  return {
    triggers: offerFor(relay, operationsIn(areas, 'triggers')),
    searches: operationsIn(areas, 'searches'),
    creates: offerFor(relay, operationsIn(areas, 'creates')),
    searchOrCreates: operationsIn(areas, 'searchOrCreates'),
  };
}

const ALL = KINDS.map((kind): Operations => operationsIn(AREAS, kind));

/** What a version shows of its operations. */
function shownIn(parts: Record<string, Operations>) {
  return Object.values(withoutLostPointers(ALL, parts))
    .flatMap((operations) => Object.values(operations).map(({ display }) => toRecord(display)))
    .filter(({ hidden }) => hidden !== true)
    .map(({ label, description }) => ({ label: String(label), description: String(description) }));
}

const LABELS = shownIn(partsOf(AREAS)).map(({ label }) => label);

/** The operations that a text names, the longest names first. */
function namedIn(text: string): string[] {
  const names = LABELS.toSorted((one, other) => other.length - one.length);
  let rest = text;
  return names.filter((name) => {
    const isNamed = rest.includes(name);
    rest = rest.replaceAll(name, '');
    return isNamed;
  });
}

/** An area with those that it needs. */
const EACH_AREA = Object.keys(AREAS).map((name): [string, string] => [
  name,
  [name, ...neededBy(AREAS, name)].join(','),
]);

function expectNoLostPointer(parts: Record<string, Operations>): void {
  const shown = shownIn(parts);
  const labels = new Set(shown.map(({ label }) => label));
  for (const { description } of shown) {
    const [, ...others] = description.split(/(?<=\.) /);
    expect(namedIn(others.join(' ')).filter((name) => !labels.has(name))).toEqual([]);
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
}

describe('A version points to nothing that it lacks:', () => {
  test.each(['yes', 'no'])('with its relay said to be there: %s', (relay) => {
    expectNoLostPointer(partsOf(AREAS, relay));
  });

  test.each(EACH_AREA)('with the area %s alone', (_name, wanted) => {
    expectNoLostPointer(partsOf(chooseAreas(AREAS, wanted), 'no'));
  });
});

test('The whole integration keeps its texts', () => {
  const parts = partsOf(AREAS);
  expect(withoutLostPointers(ALL, parts)).toBe(parts);
});

test('A longer name is not taken for the one that it begins with', () => {
  const entry = (label: string, description: string) => ({ display: { label, description } });
  const kept = entry('Find Task', 'Finds a task. To look elsewhere, use Find Contact by Field.');
  const longer = entry('Find Contact by Field', 'Finds a contact. By email, use Find Contact.');
  const all = [{ kept, longer, lost: entry('Find Contact', 'Finds a contact.') }];
  expect(withoutLostPointers(all, { searches: { kept, longer } })).toEqual({
    searches: { kept, longer: entry('Find Contact by Field', 'Finds a contact.') },
  });
});
