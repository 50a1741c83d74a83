import type { Area, CatalogEntry, OperationKind } from '../../api/catalog.ts';

export interface Group {
  area: Area;
  entries: CatalogEntry[];
}

/**
 * The operations that contain every word of a search, in their label, description, key or area; by area,
 * those first whose label has the words.
 *
 * @param kind all kinds where it is empty
 */
export function groupsFor(
  areas: readonly Area[],
  operations: readonly CatalogEntry[],
  search: string,
  kind: OperationKind | '',
): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return areas
    .map((area) => ({
      area,
      entries: operations
        .filter((entry) => entry.area === area.key && (kind === '' || entry.kind === kind))
        .filter((entry) => {
          const text = [entry.label, entry.description, entry.key, area.label]
            .join(' ')
            .toLowerCase();
          return words.every((word) => text.includes(word));
        })
        .sort((left, right) => missesIn(left.label, words) - missesIn(right.label, words)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function missesIn(label: string, words: readonly string[]): number {
  const text = label.toLowerCase();
  return words.filter((word) => !text.includes(word)).length;
}
