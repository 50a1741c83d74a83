import type { Area } from '../../lib/operations/areas.ts';
import { toRecord } from '../../resources/values.ts';

/** What Zapier's CLI calls the kinds of operations: it reads these words when a version is promoted. */
const CLI_NAMES = { triggers: 'trigger', searches: 'search', creates: 'create' } as const;

/**
 * The lines for operations that the changelog does not add yet, one per area.
 *
 * @param written the changelog as people wrote it: lines that add operations, and tables of keys
 */
export function newOperations(written: string, areas: Record<string, Area>): string {
  const known = written
    .split('\n')
    .filter((line) => /^(- Add|\|) /.test(line))
    .join('\n');
  return Object.values(areas)
    .map((area) => ({ label: area.label, names: namesOf(area).filter(isMissingIn(known)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => `- Add ${label}: ${names.join(', ')}.`)
    .join('\n');
}

/** The operations of an area that a person can choose, as the CLI names them. */
function namesOf({ triggers = {}, searches = {}, creates = {} }: Area): string[] {
  return Object.entries({ triggers, searches, creates }).flatMap(([kind, operations]) =>
    Object.entries(operations)
      .filter(([, entry]) => toRecord(toRecord(entry)['display'])['hidden'] !== true)
      // The keys of the object above.
      .map(([key]) => `${CLI_NAMES[kind as keyof typeof CLI_NAMES]}/${key}`)
      .toSorted(),
  );
}

function isMissingIn(known: string): (name: string) => boolean {
  return (name) => {
    const [, key = ''] = name.split('/');
    return !new RegExp(`\\b${name}\\b|\`${key}\` *\\|$`, 'm').test(known);
  };
}
