import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';

import { isRecord } from '../../resources/values.ts';
import { foldersOf, packageOf } from '../../scripts/lib/dependencies.ts';
import { readPackage, type Archives } from '../../scripts/lib/package.ts';
import { codeFiles, readJsonObject, ROOT, sourceFiles } from '../../scripts/lib/project.ts';

type Files = Record<string, Uint8Array>;

let packaged: Archives;
let build: Files;
let source: Files;

beforeAll(() => {
  packaged = readPackage();
  build = unzipSync(readFileSync(packaged.buildZip));
  source = unzipSync(readFileSync(packaged.sourceZip));
});

function textOf(files: Files, path: string): string {
  return Buffer.from(files[path] ?? []).toString('utf8');
}

describe('build.zip', () => {
  test('holds the bundle, the entry files of Zapier and packages, and nothing else', () => {
    const outsidePackages = Object.keys(build).filter((path) => !path.startsWith('node_modules/'));
    expect(outsidePackages.sort()).toEqual([
      'definition.json',
      'dist/THIRD_PARTY_LICENSES.txt',
      'dist/index.js',
      'package.json',
      'zapierwrapper.js',
    ]);
  });

  test('holds no package that only development needs', () => {
    const locked = readJsonObject(join(ROOT, 'package-lock.json'))['packages'];
    const packages = new Set(Object.keys(build).map(packageOf));
    packages.delete('');
    expect(packages).toContain('node_modules/zapier-platform-core');
    const development = [...packages].filter((path) => {
      const entry = isRecord(locked) ? locked[path] : undefined;
      return !isRecord(entry) || entry['dev'] === true;
    });
    expect(development).toEqual([]);
  });

  test('holds no environment file, source map or TypeScript', () => {
    const unwanted = Object.keys(build).filter((path) => /(^|\/)\.env|\.map$|\.ts$/.test(path));
    expect(unwanted).toEqual([]);
  });

  test('bundles the files of the connector and what its dependencies need, and no other code', () => {
    const bundled = [
      ...textOf(build, 'dist/index.js').matchAll(/^\/\/ (\S+\.(?:[cm]?[jt]s|json))$/gm),
    ];
    const paths = bundled.map(([, path]) => path ?? '');
    expect(paths).toEqual(expect.arrayContaining(['entry.ts', 'index.ts']));
    const own = new Set([...codeFiles(), 'package.json']);
    const { dependencies } = readJsonObject(join(ROOT, 'package.json'));
    const needed = foldersOf(Object.keys(isRecord(dependencies) ? dependencies : {}));
    expect(paths.filter((path) => !own.has(path) && !needed.includes(packageOf(path)))).toEqual([]);
  });

  test('holds samples that were derived when it was built', () => {
    const bundled = textOf(build, 'dist/index.js').split(/^\/\/ /m);
    const derived = bundled.find((file) => file.startsWith('resources/derive.ts')) ?? '';
    expect(derived).toContain('outputFields');
    expect(derived).not.toContain('toJSONSchema');
  });

  test('carries the license of every package in it, bundled or not', () => {
    const bundled = textOf(build, 'dist/index.js').matchAll(/^\/\/ (node_modules\/\S+)$/gm);
    const paths = [...Object.keys(build), ...[...bundled].map(([, path]) => path ?? '')];
    const packages = new Set(paths.map(packageOf));
    packages.delete('');
    expect(packages).toContain('node_modules/zod');
    const licenses = textOf(build, 'dist/THIRD_PARTY_LICENSES.txt');
    for (const path of packages) {
      const manifest = readJsonObject(join(ROOT, path, 'package.json'));
      const name = `${String(manifest['name'])} ${String(manifest['version'])}`;
      expect(licenses).toContain(`\n${name}\n\n`);
      // Found here by other means than where the list was made.
      const file = readdirSync(join(ROOT, path)).find((name) =>
        /^(licen[sc]e|copying)/i.test(name),
      );
      const text = file === undefined ? '' : readFileSync(join(ROOT, path, file), 'utf8');
      expect(licenses.replaceAll(/\s+/g, ' ')).toContain(text.replaceAll(/\s+/g, ' ').trim());
    }
  });

  test('is an ES module that depends on one exact version of zapier-platform-core', () => {
    const manifest: unknown = JSON.parse(textOf(build, 'package.json'));
    expect(manifest).toMatchObject({
      type: 'module',
      exports: './dist/index.js',
      dependencies: { 'zapier-platform-core': expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    });
    for (const key of ['scripts', 'devDependencies']) expect(manifest).not.toHaveProperty([key]);
  });

  test('is less than twice as large as that of an integration without operations', () => {
    const empty = 648_000;
    expect(packaged.buildBytes).toBeLessThan(2 * empty);
  });
});

describe('source.zip', () => {
  test('holds the readable sources of the connector and nothing else', () => {
    expect(Object.keys(source).sort()).toEqual([...sourceFiles(), 'package.json'].sort());
    expect(Object.keys(source)).toEqual(
      expect.arrayContaining(['index.ts', 'authentication.ts', 'middleware.ts', 'README.md']),
    );
  });

  test('holds the sources as they stand in the project', () => {
    for (const path of codeFiles()) {
      expect(textOf(source, path)).toBe(readFileSync(join(ROOT, path), 'utf8'));
    }
  });
});
