// npm run closures: how many of the connector's files each operation imports, itself or through
// others, and the median of ten. `-- find_tag add_note` lists the files of those operations.
import { basename } from 'node:path';

import { closureOf, importsOf } from './closures/imports.ts';
import { codeFiles, ROOT } from './lib/project.ts';

/** Plain and special operations of all areas, the same at all times. */
const SAMPLE = [
  'find_tag',
  'add_note',
  'send_message',
  'find_contact',
  'new_message',
  'create_task',
  'update_user',
  'contact_tags_changed',
  'find_messages',
  'add_contact_to_workflow',
];

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.slice(
    Math.floor((sorted.length - 1) / 2),
    Math.floor(sorted.length / 2) + 1,
  );
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

const operations = codeFiles().filter(
  (path) => /^(triggers|searches|creates)\//.test(path) && basename(path) !== 'index.ts',
);
const imports = await importsOf(operations, ROOT);
const closures = new Map(
  operations.map((file) => [basename(file, '.ts'), closureOf(file, imports)]),
);

function filesOf(key: string): string[] {
  const files = closures.get(key);
  if (!files) throw new Error(`There is no operation ${key}.`);
  return files;
}

function inLib(files: string[]): number {
  return files.filter((path) => path.startsWith('lib/')).length;
}

function row(name: string, files: number, ofLib: number): string {
  return `${name.padEnd(32)} ${String(files).padStart(5)} ${String(ofLib).padStart(7)}`;
}

function medians(name: string, keys: string[]): string {
  const lists = keys.map(filesOf);
  return row(name, median(lists.map(({ length }) => length)), median(lists.map(inLib)));
}

const asked = process.argv.slice(2);
for (const key of asked) {
  console.log([`${key} imports ${filesOf(key).length} files:`, ...filesOf(key)].join('\n  '));
}
if (asked.length === 0) {
  const bySize = [...closures].toSorted(([, one], [, other]) => other.length - one.length);
  console.log(`${'Imports'.padEnd(32)} files  in lib`);
  for (const [key, files] of bySize) console.log(row(key, files.length, inLib(files)));
  console.log(medians(`Median of all ${closures.size}`, [...closures.keys()]));
  console.log(medians('Median of ten', SAMPLE));
  console.log(`The ten: ${SAMPLE.map((key) => `${key} ${filesOf(key).length}`).join(', ')}.`);
}
