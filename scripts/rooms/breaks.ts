import { globSync, readFileSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';

import ts from 'typescript';

import { NO_CIRCLE, RULES } from './rules.ts';

/** A file that imports what it may not. */
export interface Break {
  rule: string;
  /** Inside the folder, with forward slashes, as is all that it leads to. */
  file: string;
  /** What it imports; of a circle, each file on the way back to it. */
  imports: string[];
  why: string;
}

/** What is installed or made. */
const NO_SOURCES = ['node_modules', 'dist', 'build', 'coverage'];

/** All code below a folder, in one order. */
function codeIn(folder: string): string[] {
  const exclude = (path: string) => NO_SOURCES.includes(basename(path));
  const paths = globSync('**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', { cwd: folder, exclude });
  return paths.map((path) => path.split(sep).join(posix.sep)).sort();
}

/** The files that code names in its imports, those of types among them; packages are left out. */
function importsIn(path: string, code: string): string[] {
  const { importedFiles } = ts.preProcessFile(code, true, true);
  const files = importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => /^\.{1,2}\//.test(name))
    .map((name) => posix.join(posix.dirname(path), name));
  return [...new Set(files)];
}

/** Where the files of a folder break the rule of the rooms. */
export function breaksIn(folder: string): Break[] {
  const imports = new Map(
    codeIn(folder).map((path) => [path, importsIn(path, readFileSync(join(folder, path), 'utf8'))]),
  );
  const broken = [...imports].flatMap(([file, paths]) =>
    RULES.flatMap(({ name, why, forbids }) =>
      paths
        .filter((path) => forbids(file, path))
        .map((path) => ({ rule: name, file, imports: [path], why })),
    ),
  );
  return [...circlesIn(imports), ...broken];
}

type Imports = ReadonlyMap<string, readonly string[]>;

/** The circles that a walk through the files comes back in, each once. */
function circlesIn(imports: Imports): Break[] {
  const circles: Break[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string) => {
    if (done.has(file)) return;
    const start = way.indexOf(file);
    if (start >= 0) {
      const [first = file, ...others] = way.slice(start);
      circles.push({
        rule: NO_CIRCLE.name,
        why: NO_CIRCLE.why,
        file: first,
        imports: [...others, first],
      });
      return;
    }
    way.push(file);
    for (const path of imports.get(file) ?? []) walk(path);
    way.pop();
    done.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return circles;
}

/** The break as a line for a person. */
export function lineOf({ rule, file, imports, why }: Break): string {
  return `${rule}: ${[file, ...imports].join(' → ')}: ${why}`;
}
