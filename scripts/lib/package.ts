import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { strToU8 } from 'fflate';

import { isRecord } from '../../resources/values.ts';
import { BUILD_SETTINGS, bundle } from './bundle.ts';
import { copyRuntime, foldersOf, RUNTIME_PACKAGE } from './dependencies.ts';
import { LICENSES_FILE, licensesOf } from './licenses.ts';
import { codeFiles, projectPath, readJson, readJsonObject, ROOT, sourceFiles } from './project.ts';
import { isStartTooSlow, startOfBuild } from './start-of-build.ts';
import { isShipped, runZapierBuild } from './zapier-build.ts';
import { normalizeZip, sha256, zipOf } from './zip.ts';

/** Keys of package.json: the scripts call tools that the archives leave out. */
const REPOSITORY_ONLY = ['scripts', 'devDependencies', 'overrides', 'allowScripts'];

const BUILD_FOLDER = join(ROOT, 'build');
const BUILD_ZIP = join(BUILD_FOLDER, 'build.zip');
const SOURCE_ZIP = join(BUILD_FOLDER, 'source.zip');
const TOOLS = join(ROOT, 'scripts', 'lib');

/** What the archives were made of, to see whether the sources have changed since. */
const MANIFEST = join(BUILD_FOLDER, 'manifest.json');

/** The two archives that Zapier takes, as absolute paths, and the SHA-256 of each. */
export interface Archives {
  version: string;
  buildZip: string;
  buildSha256: string;
  buildBytes: number;
  sourceZip: string;
  sourceSha256: string;
  /** Whether this call made them: false when they were there already, made of the same sources. */
  created: boolean;
}

/**
 * Makes build/build.zip with Zapier's own CLI, offline, from a staging copy that contains the bundle and
 * the packages it needs at run time, and nothing else; and build/source.zip from the connector's files.
 * Equal sources give equal bytes.
 *
 * @param validation the variables with which the CLI validates the integration first, as it does
 * before an upload; left out, only Zapier's schema is asked
 */
export async function createPackage(validation?: NodeJS.ProcessEnv): Promise<Archives> {
  const sources = hashSources();
  const stage = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-zapier-'));
  try {
    await fillStage(stage, validation !== undefined);
    const built = await buildZip(stage, validation);
    return store(normalizeZip(built, isShipped), sourceZip(), sources);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The package could not be made; the message has what the tools printed. */
export class PackageFailed extends Error {}

/** Ends a command for want of its package, and says why; other errors are thrown on. */
export function endUnpackaged(error: unknown): never {
  if (!(error instanceof PackageFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** The packaged connector, made anew only when something it is made of has changed. */
export async function ensurePackage(): Promise<Archives> {
  return readFresh() ?? (await createPackage());
}

/** The packaged connector as it lies in build/, whatever has changed since. */
export function readPackage(): Archives {
  return describe(readFileSync(BUILD_ZIP), readFileSync(SOURCE_ZIP), false);
}

async function buildZip(
  stage: string,
  validation: NodeJS.ProcessEnv | undefined,
): Promise<Uint8Array> {
  const flags = validation ? [] : ['--skip-validation'];
  const result = await runZapierBuild(stage, flags, validation);
  const zip = () => readFileSync(join(stage, 'build', 'build.zip'));
  const outcome = isStartTooSlow(result) ? await startOfBuild(zip()) : result;
  if (outcome.code !== 0)
    throw new PackageFailed(`zapier-platform build failed:\n${outcome.output}`);
  return zip();
}

async function fillStage(stage: string, isValidatedLater: boolean): Promise<void> {
  writeFileSync(join(stage, 'package.json'), stagedManifest());
  await fillDist(join(stage, 'dist'), isValidatedLater);
  const copied = await copyRuntime(stage);
  writeFileSync(join(stage, LICENSES_FILE), licensesOf([...copied, ...bundledPackages()]));
}

async function fillDist(dist: string, isValidatedLater: boolean): Promise<void> {
  // Made where it sees the packages of the project.
  mkdirSync(BUILD_FOLDER, { recursive: true });
  const made = mkdtempSync(join(BUILD_FOLDER, 'dist-'));
  try {
    await bundle(made, { isValidatedLater });
    cpSync(made, dist, { recursive: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PackageFailed(`The build failed:\n${message}`, { cause: error });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** What a person can read: the connector's files, and package.json as it is uploaded. */
function sourceZip(): Uint8Array {
  const files = sourceFiles().map((path) => [path, readFileSync(join(ROOT, path))] as const);
  return zipOf({ ...Object.fromEntries(files), 'package.json': strToU8(stagedManifest()) });
}

/** The packages whose code is in dist/index.js. */
function bundledPackages(): string[] {
  const { dependencies } = readJsonObject(join(ROOT, 'package.json'));
  const names = Object.keys(isRecord(dependencies) ? dependencies : {});
  return foldersOf(names.filter((name) => name !== RUNTIME_PACKAGE));
}

/** package.json without what only the repository can do. */
function stagedManifest(): string {
  const entries = Object.entries(readJsonObject(join(ROOT, 'package.json')));
  const kept = entries.filter(([key]) => !REPOSITORY_ONLY.includes(key));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

function store(buildZip: Uint8Array, sourceZip: Uint8Array, sources: string): Archives {
  replace(BUILD_ZIP, buildZip);
  replace(SOURCE_ZIP, sourceZip);
  const stored = describe(buildZip, sourceZip, true);
  replace(MANIFEST, JSON.stringify(manifestOf(stored, sources)));
  return stored;
}

function manifestOf({ buildSha256, sourceSha256 }: Archives, sources: string) {
  return { sources, buildSha256, sourceSha256 };
}

/** Writes whole or not at all: another process may read the file at this moment. */
function replace(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

function readFresh(): Archives | undefined {
  if (![BUILD_ZIP, SOURCE_ZIP, MANIFEST].every((path) => existsSync(path))) return undefined;
  const found = readPackage();
  const expected = manifestOf(found, hashSources());
  return isDeepStrictEqual(readJson(MANIFEST), expected) ? found : undefined;
}

function describe(buildZip: Uint8Array, sourceZip: Uint8Array, created: boolean): Archives {
  return {
    version: String(readJsonObject(join(ROOT, 'package.json'))['version']),
    buildZip: BUILD_ZIP,
    buildSha256: sha256(buildZip),
    buildBytes: buildZip.byteLength,
    sourceZip: SOURCE_ZIP,
    sourceSha256: sha256(sourceZip),
    created,
  };
}

/** One hash over everything that the archives are made of and made by, settings included. */
function hashSources(): string {
  const files = new Set([
    ...codeFiles(),
    ...sourceFiles(),
    'package.json',
    'package-lock.json',
    'scripts/build.ts',
    ...readdirSync(TOOLS).map((name) => projectPath(join(TOOLS, name))),
  ]);
  const entries = [...files].map((path) => `${path} ${sha256(readFileSync(join(ROOT, path)))}`);
  const settings = BUILD_SETTINGS.map((name) => `${name}=${process.env[name] ?? ''}`);
  return sha256([...entries, ...settings].join('\n'));
}
