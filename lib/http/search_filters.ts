/** A condition of HighLevel's searches for contacts and opportunities. */
export interface SearchFilter {
  field: string;
  operator: 'eq' | 'range';
  value: unknown;
}

/** One condition for each value that is given, by HighLevel's name of its field. */
export function equalTo(values: Readonly<Record<string, unknown>>): SearchFilter[] {
  return Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, operator: 'eq' as const, value }],
  );
}

/** From one value to another, both included; none where neither is given. */
export function inRange(
  field: string,
  from: string | number | undefined,
  to: string | number | undefined,
): SearchFilter[] {
  if (from === undefined && to === undefined) return [];
  const value = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lte: to }) };
  return [{ field, operator: 'range', value }];
}
