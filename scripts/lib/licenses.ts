import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { isRecord } from '../../resources/values.ts';
import { readJsonObject, ROOT } from './project.ts';

/** The file in build.zip that carries the licenses of the packages in it. */
export const LICENSES_FILE = 'dist/THIRD_PARTY_LICENSES.txt';

const LICENSE_FILE = /^(licen[sc]e|copying|notice)/i;
const README_FILE = /^readme/i;
/** A section on the license in a readme, up to the next heading. */
const README_SECTION = /^#+\s*licen[sc]e\b.*\n(?<text>[\s\S]*?)(?=^#|(?![\s\S]))/im;
/** Licenses that require no text to be kept. */
const PUBLIC_DOMAIN = /^public domain$/i;

const require = createRequire(import.meta.url);

/**
 * The licenses of packages, one after the other: each package's own files, else the section of its
 * readme, else the usual text of the license that its package.json names.
 *
 * @param packages paths below the root, such as `node_modules/zod`
 * @throws Error when a package says nothing about its license
 */
export function licensesOf(packages: readonly string[]): string {
  const entries = [...new Set(packages)].sort().map((path) => {
    const manifest = readJsonObject(join(ROOT, path, 'package.json'));
    return `${textOf(manifest, 'name')} ${textOf(manifest, 'version')}\n\n${licenseOf(path)}\n`;
  });
  return [
    'The packages in this archive, and the license that each of them is under.\n',
    ...entries,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The license of one package, as {@link licensesOf} writes it. */
export function licenseOf(path: string): string {
  const folder = join(ROOT, path);
  const files = readdirSync(folder);
  const own = files.filter((name) => LICENSE_FILE.test(name)).sort();
  if (own.length > 0) return own.map((name) => readText(join(folder, name))).join('\n\n');

  const readme = files.find((name) => README_FILE.test(name));
  const section = readme && README_SECTION.exec(readText(join(folder, readme)))?.groups?.['text'];
  if (section?.trim()) return section.trim();

  const manifest = readJsonObject(join(folder, 'package.json'));
  const license = textOf(manifest, 'license');
  const declared = `Its package.json says: ${license}.`;
  if (PUBLIC_DOMAIN.test(license)) return declared;
  return `${declared} Copyright (c) ${authorOf(manifest)}\n\n${usualText(license, path)}`;
}

/** The text of a license of the SPDX list, without the names of those who wrote it for themselves. */
function usualText(license: string, path: string): string {
  const file = join(spdxFolder(), `${license}.json`);
  if (!existsSync(file)) {
    throw new Error(
      `${path} carries no license text, and "${license}" in its package.json is none of the SPDX list.`,
    );
  }
  const text = textOf(readJsonObject(file), 'licenseText');
  return text.slice(text.search(/^Permission/m)).trim();
}

function spdxFolder(): string {
  return join(require.resolve('spdx-license-list/package.json'), '..', 'licenses');
}

function authorOf({ author }: Record<string, unknown>): string {
  return isRecord(author) ? textOf(author, 'name') : String(author);
}

function textOf(values: Record<string, unknown>, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value : '';
}

function readText(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}
