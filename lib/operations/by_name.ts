import { defineInputFields } from 'zapier-platform-core';

import { containsPhrase, folded } from '../inputs/characters.ts';

/**
 * What a record is found by that a Zap may create where there is none: its name, and whether only the
 * whole name counts. @param what it is called, in the singular
 */
export function nameFields(what: string) {
  return defineInputFields([
    {
      key: 'name',
      label: 'Name',
      type: 'string',
      helpText: `The name of the ${what}, or part of it. An exact match comes first.`,
    },
    {
      key: 'exactName',
      label: 'Exact Name Only',
      type: 'boolean',
      helpText:
        'Yes finds only what has exactly this name, in upper or lower case. Leave blank to accept a part of the name too.',
    },
  ]);
}

interface Named {
  name: string | null;
}

/** Whether something is called exactly so, in upper or lower case. */
export function isExactly(words: string): (one: Named) => boolean {
  const wanted = folded(words);
  return ({ name }) => name !== null && folded(name) === wanted;
}

/**
 * Those whose name holds the words, in upper or lower case; an exact match first.
 *
 * @param isWhole whether the words must be the whole name
 */
export function byName<Entry extends Named>(
  entries: readonly Entry[],
  words: string,
  isWhole = false,
): Entry[] {
  if (isWhole) return entries.filter(isExactly(words));
  return exactFirst(
    entries.filter(({ name }) => containsPhrase([name], words)),
    words,
  );
}

/** The same entries, those first that are called exactly so, in upper or lower case. */
export function exactFirst<Entry extends Named>(entries: readonly Entry[], words: string): Entry[] {
  const isExact = isExactly(words);
  return entries.toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}
