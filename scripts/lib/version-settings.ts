import { isRecord, toList, toText } from '../../resources/values.ts';
import { ROOT } from './project.ts';
import { runZapierCli } from './zapier-cli.ts';

/**
 * The variables of a version at Zapier, as `zapier-platform env:set` set them; none of a version that
 * is not there yet.
 *
 * @throws Error with what the CLI printed, when Zapier cannot be asked
 */
export async function settingsOfVersion(version: string): Promise<Map<string, string>> {
  const versions = await rowsOf(['versions', '--all']);
  if (!versions.some((row) => row['version'] === version)) return new Map();
  const rows = await rowsOf(['env:get', version]);
  return new Map(
    rows.flatMap(({ key, value }) => {
      const name = toText(key);
      return name === null ? [] : [[name, toText(value) ?? '']];
    }),
  );
}

async function rowsOf(args: string[]): Promise<Record<string, unknown>[]> {
  const { code, output } = await runZapierCli([...args, '--format=raw'], { cwd: ROOT });
  if (code !== 0) throw new Error(`zapier-platform ${args.join(' ')} failed:\n${output}`);
  return rowsIn(output);
}

/** The rows that the CLI printed, among whatever it says besides. */
export function rowsIn(output: string): Record<string, unknown>[] {
  const found = /^\[[\s\S]*^\]|^\[\]/m.exec(output)?.[0];
  const rows: unknown = found === undefined ? [] : JSON.parse(found);
  return toList(rows).filter(isRecord);
}
