/**
 * The first `limit` records in the order of `compare`, without sorting them all: a list page of
 * 100 out of 100,000 costs one pass.
 */
export function top<T>(records: readonly T[], compare: (a: T, b: T) => number, limit: number): T[] {
  if (limit >= records.length) return [...records].sort(compare);
  const best: T[] = [];
  for (const record of records) {
    const last = best[best.length - 1];
    if (best.length >= limit && last !== undefined && compare(record, last) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = best[middle];
      if (other !== undefined && compare(other, record) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, record);
    if (best.length > limit) best.pop();
  }
  return best;
}
