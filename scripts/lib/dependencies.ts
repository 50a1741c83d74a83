import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';

import { isRecord } from '../../resources/values.ts';
import { readJsonObject, ROOT } from './project.ts';

/** What package-lock.json says of each installed package, by its path below the root. */
type LockedPackages = Record<string, unknown>;

/**
 * Copies packages and everything they need at run time from the root's node_modules, so that a
 * staging copy is complete without a registry. Optional packages (types, encodings nobody asks for)
 * stay behind.
 *
 * @returns the copied packages, as paths such as `node_modules/lodash`
 */
export function copyDependencies(names: string[], target: string): string[] {
  const closure = foldersOf(names);
  for (const path of closure) {
    cpSync(join(ROOT, path), join(target, path), {
      recursive: true,
      dereference: true,
      filter: (file) => basename(file) !== 'node_modules',
    });
  }
  return closure;
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
