import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isRecord } from '../../resources/values.ts';

/** The project's folder, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The folders of the connector. Relay, sandbox, tests and tools stand beside them. */
const SOURCE_FOLDERS = ['triggers', 'searches', 'creates', 'resources', 'lib'];

/** What a reader of source.zip needs beside the code. */
const SOURCE_DOCUMENTS = [
  '.gitignore',
  '.zapierapprc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** The path inside the project, with forward slashes. */
export function projectPath(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}

/** The connector's TypeScript files: those at the root and those in its folders. */
export function codeFiles(): string[] {
  const atRoot = readdirSync(ROOT).filter((name) => name.endsWith('.ts'));
  const inFolders = SOURCE_FOLDERS.flatMap((folder) =>
    existsSync(join(ROOT, folder))
      ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => projectPath(join(ROOT, folder, name)))
      : [],
  );
  return [...atRoot, ...inFolders].sort();
}

/**
 * The files that are staged for source.zip: an allow-list, so that a file with secrets that lies in
 * the project never gets there.
 */
export function sourceFiles(): string[] {
  return [
    ...codeFiles(),
    ...SOURCE_DOCUMENTS.filter((name) => existsSync(join(ROOT, name))),
  ].sort();
}

/** A JSON file of the project, unparsed further: whoever reads it checks what it needs. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The object in a JSON file. */
export function readJsonObject(path: string): Record<string, unknown> {
  const value = readJson(path);
  if (!isRecord(value)) throw new Error(`${path} does not contain a JSON object.`);
  return value;
}
