import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { AREAS } from '../areas.ts';
import { chooseAreas, operationsIn, type Area } from '../lib/operations/areas.ts';
import { toRecord, toText } from '../resources/values.ts';
import { ROOT } from '../scripts/lib/project.ts';
import { eventsOf } from './support/hook.ts';
import { OPERATIONS, type Operation } from './support/operations.ts';

const KINDS = ['triggers', 'searches', 'creates'] as const;

const ALL: [string, Area][] = Object.entries(AREAS);

/** The area that lists an operation. */
function areaOf({ kind, key }: Pick<Operation, 'kind' | 'key'>): string | undefined {
  return ALL.find(([, area]) => Object.hasOwn(area[kind] ?? {}, key))?.[0];
}

function operationsOf(name: string): Operation[] {
  return OPERATIONS.filter((entry) => areaOf(entry) === name);
}

const FOLDERS = KINDS.flatMap((kind) =>
  readdirSync(join(ROOT, kind)).map((name) => [kind, name] as const),
);

test.each(FOLDERS)(
  '%s/%s/index.ts lists every operation of its folder by its key',
  (kind, name) => {
    const files = readdirSync(join(ROOT, kind, name)).filter((file) => file !== 'index.ts');
    const listed = Object.entries(
      toRecord(Object.entries(AREAS).find(([area]) => area === name)?.[1])[kind] ?? {},
    );
    expect(listed.map(([key]) => `${key}.ts`).toSorted()).toEqual(files.toSorted());
    expect(listed.map(([, entry]) => toRecord(entry)['key'])).toEqual(listed.map(([key]) => key));
  },
);

describe.each(ALL)('The area %s', (name, { events, needs, scopes }) => {
  test('names the areas whose searches and dropdowns its fields use', () => {
    const used = operationsOf(name).flatMap(({ fields }) =>
      fields.flatMap(({ search, dynamic }) => [
        areaOf({ kind: 'searches', key: toText(search)?.split('.')[0] ?? '' }),
        areaOf({ kind: 'triggers', key: toText(dynamic)?.split('.')[0] ?? '' }),
      ]),
    );
    const others = used.filter((area) => area !== undefined && area !== name);
    expect([...needs].toSorted()).toEqual([...new Set(others)].toSorted());
  });

  test('names the events that its instant triggers use', async () => {
    const used = await Promise.all(
      operationsOf(name)
        .filter(({ operation }) => operation['type'] === 'hook')
        .map(({ operation }) => eventsOf(operation)),
    );
    expect([...events].toSorted()).toEqual([...new Set(used.flat())].toSorted());
  });

  test('names each scope once', () => {
    expect(scopes).toEqual([...new Set(scopes)]);
  });
});

describe('A version of some areas', () => {
  test('holds their operations, and those of every version', () => {
    const chosen = chooseAreas(AREAS, 'users, phone_numbers');
    expect(Object.keys(operationsIn(chosen, 'searches'))).toEqual([
      'find_user',
      'find_sub_account',
      'find_sub_accounts',
      'find_phone_number',
    ]);
  });

  test('holds all of them where none is chosen', () => {
    expect(chooseAreas(AREAS, undefined)).toBe(AREAS);
    expect(chooseAreas(AREAS, ' ')).toBe(AREAS);
  });

  test('is refused where an area is unknown, or left out and needed', () => {
    expect(() => chooseAreas(AREAS, 'users,mesages')).toThrow(
      /^AREAS names what is not an area: mesages\. Areas: messages, conversations, /,
    );
    expect(() => chooseAreas(AREAS, 'notes,users')).toThrow(
      'The area notes needs contacts, phone_numbers: add them to AREAS, or leave notes out.',
    );
  });
});
