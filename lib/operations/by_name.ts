/** Those whose name holds the words, in upper or lower case; an exact match first. */
export function byName<Entry extends { name: string | null }>(
  entries: readonly Entry[],
  words: string,
): Entry[] {
  const wanted = words.trim().toLowerCase();
  const isExact = ({ name }: Entry) => name?.toLowerCase() === wanted;
  return entries
    .filter(({ name }) => name?.toLowerCase().includes(wanted))
    .toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}
