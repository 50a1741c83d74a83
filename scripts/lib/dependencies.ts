import { cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { build } from 'esbuild';

import { isRecord } from '../../resources/values.ts';
import { readJsonObject, ROOT } from './project.ts';

/** What package-lock.json says of each installed package, by its path below the root. */
type LockedPackages = Record<string, unknown>;

/** The one package that the zip brings along; everything else is bundled. */
export const RUNTIME_PACKAGE = 'zapier-platform-core';

/** What Zapier's wrapper, which its CLI puts beside the integration, has in place of the integration. */
const INTEGRATION = '{REPLACE_ME_PACKAGE_NAME}';

/** Zapier's wrapper, and what its CLI loads to build the definition. */
const ENTRIES = ['include/zapierwrapper.mjs', 'index.js'];

/** What esbuild writes behind the path of a file that is not imported as code. */
const IMPORT_ATTRIBUTES = / with \{.*\}$/;

/**
 * Copies the files that Zapier's wrapper loads of zapier-platform-core and of the packages it needs, from
 * the root's node_modules, so that a staging copy is complete without a registry. A tenth of them is used:
 * the rest would be copied, searched and deleted for nothing.
 *
 * @returns the packages, as paths such as `node_modules/lodash`
 */
export async function copyRuntime(target: string): Promise<string[]> {
  // Node knows a condition that Zapier's CLI does not go by, and the CLI reads what it finds without it.
  const found = await Promise.all([[], ['module-sync']].map(filesWith));
  const needed = foldersOf([RUNTIME_PACKAGE]);
  // An optional package may lie there for another's sake.
  const files = new Set(found.flat().filter((path) => needed.includes(packageOf(path))));
  const manifests = new Set([...files].flatMap(manifestsAbove));
  for (const path of [...files, ...manifests]) cpSync(join(ROOT, path), join(target, path));
  return needed.filter((folder) => manifests.has(`${folder}/package.json`));
}

async function filesWith(conditions: string[]): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.map((path) => `node_modules/${RUNTIME_PACKAGE}/${path}`),
    outdir: '.',
    external: [INTEGRATION],
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions,
    preserveSymlinks: true,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).map((input) => input.replace(IMPORT_ATTRIBUTES, ''));
}

/** `node_modules/lodash/fp.js` -> `node_modules/lodash`, for the innermost package of a path. */
export function packageOf(path: string): string {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? '';
}

function manifestsAbove(file: string): string[] {
  const folder = dirname(file);
  if (folder.endsWith('node_modules')) return [];
  const path = `${folder}/package.json`;
  return [...(existsSync(join(ROOT, path)) ? [path] : []), ...manifestsAbove(folder)];
}

/** Where packages and everything they need at run time are, as paths such as `node_modules/lodash`. */
export function foldersOf(names: string[]): string[] {
  const packages = readJsonObject(join(ROOT, 'package-lock.json'))['packages'];
  if (!isRecord(packages)) throw new Error('package-lock.json contains no list of packages.');
  return collect(packages, names);
}

function collect(packages: LockedPackages, names: string[]): string[] {
  const found = new Set<string>();
  const visit = (from: string, name: string) => {
    const path = locate(packages, from, name);
    if (found.has(path)) return;
    found.add(path);
    for (const dependency of dependenciesOf(packages[path])) visit(path, dependency);
  };
  for (const name of names) visit('', name);
  return [...found].sort();
}

function dependenciesOf(locked: unknown): string[] {
  const dependencies = isRecord(locked) ? locked['dependencies'] : undefined;
  return isRecord(dependencies) ? Object.keys(dependencies) : [];
}

/** Where Node finds a package for the one at `from`: in its own node_modules, else further up. */
function locate(packages: LockedPackages, from: string, name: string): string {
  const below = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (isRecord(packages[below])) return below;
  if (from === '') throw new Error(`package-lock.json lacks the package ${name}.`);
  const parentEnd = from.lastIndexOf('/node_modules/');
  return locate(packages, parentEnd < 0 ? '' : from.slice(0, parentEnd), name);
}
