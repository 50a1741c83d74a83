import type { RawRecord } from '../../../resources/values.ts';
import type { Operation } from '../../../scripts/check/integration.ts';

const TYPES = { triggers: 'trigger', searches: 'search', creates: 'create' };

/**
 * The command with which Zapier's CLI runs the same step (docs/local.md); null for an instant trigger,
 * which it cannot run.
 */
export function invokeCommand(
  { kind, key, type }: Operation,
  inputData: RawRecord,
  timezone: string,
): string | null {
  if (type === 'hook') return null;
  const inputs = Object.entries(inputData).map(([name, value]) => [name, asCliReads(value)]);
  const json = JSON.stringify(Object.fromEntries(inputs)).replaceAll("'", `'\\''`);
  return `npx zapier-platform invoke ${TYPES[kind]} ${key} -i '${json}' --timezone ${timezone} --non-interactive`;
}

/** The CLI does not read `true` for a yes/no field. */
function asCliReads(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}
