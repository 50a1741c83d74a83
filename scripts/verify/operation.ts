import { existsSync } from 'node:fs';
import { join } from 'node:path';

import App from '../../index.ts';
import { needsRelay } from '../../lib/operations/offer.ts';
import { toRecord } from '../../resources/values.ts';
import { codeFiles, ROOT } from '../lib/project.ts';

const KINDS = ['triggers', 'searches', 'creates'] as const;

/** An operation, and the files that are its own. */
export interface OperationFiles {
  /** `creates.update_note`. */
  path: string;
  /** Whether it runs with the webhook relay only. */
  needsRelay: boolean;
  source: string;
  /** Its unit test; undefined where it has none. */
  test: string | undefined;
}

/**
 * Finds an operation of the app.
 *
 * @param name its key, or its kind and key: `update_note` or `creates.update_note`
 * @throws Error that says what to do when there is none, or more than one
 */
export function findOperation(name: string): OperationFiles {
  const all = KINDS.flatMap((kind) => Object.keys(App[kind]).map((key) => ({ kind, key })));
  const found = all.filter(({ kind, key }) => [key, `${kind}.${key}`].includes(name));
  const [operation] = found;
  if (!operation)
    throw new Error(
      missing(
        name,
        all.map(({ key }) => key),
      ),
    );
  const paths = found.map(({ kind, key }) => `${kind}.${key}`);
  if (found.length > 1) throw new Error(`Say which one: ${paths.join(' or ')}.`);
  const { kind, key } = operation;
  const source = codeFiles().find((file) => isFileOf(file, key) && file.startsWith(`${kind}/`));
  if (source === undefined) throw new Error(`${kind}.${key} has no file ${kind}/AREA/${key}.ts.`);
  const test = `test/${source.replace(/\.ts$/, '.test.ts')}`;
  const declared = toRecord(toRecord(toRecord(App[kind])[key])['operation']);
  return {
    path: `${kind}.${key}`,
    needsRelay: needsRelay(declared),
    source,
    test: existsSync(join(ROOT, test)) ? test : undefined,
  };
}

function isFileOf(file: string, key: string): boolean {
  return /^(triggers|searches|creates)\//.test(file) && file.endsWith(`/${key}.ts`);
}

function missing(name: string, keys: readonly string[]): string {
  const file = codeFiles().find((path) => isFileOf(path, name));
  if (file !== undefined) {
    return `${file} is there, but the index.ts beside it does not list it, so it is not in the app.`;
  }
  const words = name.split(/[._]/);
  const alike = keys.filter((key) => words.filter((word) => key.includes(word)).length > 1);
  const hint = alike.length > 0 ? ` Alike: ${alike.join(', ')}.` : '';
  return `The app has no operation ${name}.${hint}`;
}
