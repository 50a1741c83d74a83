import type { Scope } from '../connection/scopes.ts';

/** An API area: its operations, and what of HighLevel they need. */
export interface Area {
  /** What people call the area, as a heading. */
  label: string;
  triggers?: object;
  searches?: object;
  creates?: object;
  searchOrCreates?: object;
  /** The scopes that its operations need. */
  scopes: readonly Scope[];
  /** The webhook events that its instant triggers use. */
  events: readonly string[];
  /** The areas whose searches, dropdowns or records its operations use. */
  needs: readonly string[];
  /** Whether every version has it. */
  always?: boolean;
}

/** The areas that were chosen make no version; the message says what to change. */
export class AreasError extends Error {}

export type Kind = 'triggers' | 'searches' | 'creates' | 'searchOrCreates';

/**
 * The areas that a version of the integration holds.
 *
 * @param areas all there are, in their order
 * @param wanted the names of the chosen ones, separated by commas; all of them without it. Those of
 *   every version need not be named
 * @throws AreasError when a name is unknown, or when a chosen area needs one that was left out
 */
export function chooseAreas<Areas extends Record<string, Area>>(
  areas: Areas,
  wanted?: string,
): Partial<Areas> {
  if (wanted === undefined || wanted.trim() === '') return areas;
  const names = wanted.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !Object.hasOwn(areas, name));
  if (unknown.length > 0) {
    throw new AreasError(
      `AREAS names what is not an area: ${unknown.join(', ')}. Areas: ${Object.keys(areas).join(', ')}.`,
    );
  }
  const chosen = Object.entries(areas).filter(
    ([name, { always }]) => always || names.includes(name),
  );
  for (const [name] of chosen) {
    const missing = [...neededBy(areas, name)].filter((need) => !names.includes(need));
    if (missing.length > 0) {
      throw new AreasError(
        `The area ${name} needs ${missing.join(', ')}: add ${missing.length > 1 ? 'them' : 'it'} to AREAS, or leave ${name} out.`,
      );
    }
  }
  // Entries of `areas` under their own names.
  return Object.fromEntries(chosen) as Partial<Areas>;
}

/** The areas that one needs, and those that these need in turn. */
export function neededBy(areas: Readonly<Record<string, Area>>, name: string): Set<string> {
  const found = new Set([name]);
  // A set that grows while it is walked through is walked to its end.
  for (const one of found) for (const need of areas[one]?.needs ?? []) found.add(need);
  found.delete(name);
  return found;
}

type Union<Areas, K extends Kind> = {
  [Name in keyof Areas]: Areas[Name] extends Record<K, infer Operations> ? Operations : never;
}[keyof Areas];

type Joined<Each> = (Each extends unknown ? (each: Each) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The operations of one kind in all areas, by their keys, in the order of the areas. */
export function operationsIn<Areas extends Partial<Record<string, Area>>, K extends Kind>(
  areas: Areas,
  kind: K,
): Joined<Union<Required<Areas>, K>> {
  const entries = Object.values(areas).flatMap((area) =>
    Object.entries(area?.[kind] ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  // The keys and operations of all areas. Those of an area that was left out are typed, and missing.
  return Object.fromEntries(entries) as Joined<Union<Required<Areas>, K>>;
}
