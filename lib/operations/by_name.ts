import { containsPhrase, folded } from '../inputs/characters.ts';

/** Those whose name holds the words, in upper or lower case; an exact match first. */
export function byName<Entry extends { name: string | null }>(
  entries: readonly Entry[],
  words: string,
): Entry[] {
  return exactFirst(
    entries.filter(({ name }) => containsPhrase([name], words)),
    words,
  );
}

/** The same entries, those first that are called exactly so, in upper or lower case. */
export function exactFirst<Entry extends { name: string | null }>(
  entries: readonly Entry[],
  words: string,
): Entry[] {
  const wanted = folded(words);
  const isExact = ({ name }: Entry) => name !== null && folded(name) === wanted;
  return entries.toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}
