import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'esbuild';

import { isRecord } from '../../resources/values.ts';
import { bundle } from '../../scripts/lib/bundle.ts';
import { copyRuntime, RUNTIME_PACKAGE } from '../../scripts/lib/dependencies.ts';
import { readJsonObject, ROOT } from '../../scripts/lib/project.ts';
import { isShipped, runZapierBuild } from '../../scripts/lib/zapier-build.ts';
import { normalizeZip } from '../../scripts/lib/zip.ts';
import { makeTempFolder, removeFolder } from '../../local/index.ts';
import { unpack } from './processes.ts';

const EMPTY_APP = fileURLToPath(new URL('empty-app/index.js', import.meta.url));
const ONE_OPERATION = 'bench/connector/one-operation.ts';
const MANY_OPERATIONS = 'bench/connector/many-operations.ts';

/** Packages the empty integration, core alone with one search. @param target the zip, absolute */
export function packageEmptyApp(target: string): Promise<void> {
  return packageAs(target, (dist) => {
    cpSync(EMPTY_APP, join(dist, 'index.js'));
    return Promise.resolve();
  });
}

/** Packages the connector with a single operation. @param target the zip, absolute */
export function packageOneOperation(target: string): Promise<void> {
  return packageAs(target, async (dist) => {
    await bundle(dist, { entry: ONE_OPERATION });
  });
}

/**
 * Unpacks the packaged connector with as many operations as it may have one day: what Zapier loads
 * then adds copies to the operations of the packaged bundle, which lies beside it.
 */
export function unpackManyOperations(buildZip: string, folder: string): Promise<void> {
  return unpackWithin(buildZip, folder, MANY_OPERATIONS);
}

/**
 * Unpacks the packaged connector within another module, which Zapier loads in its place.
 *
 * @param entry the module, below the root, in a folder of a folder; what it imports of the root's index.ts
 * it gets of the packaged bundle
 */
export async function unpackWithin(buildZip: string, folder: string, entry: string): Promise<void> {
  unpack(buildZip, folder);
  const loaded = join(folder, 'dist', 'index.js');
  renameSync(loaded, join(folder, 'dist', PACKAGED));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: loaded,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: [RUNTIME_PACKAGE],
    plugins: [usePackaged],
    logLevel: 'error',
  });
}

const PACKAGED = 'packaged.js';

/** Takes the connector from the packaged bundle, in place of its sources. */
const usePackaged: Plugin = {
  name: 'packaged',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/\.\.\/index\.ts$/ }, () => ({
      path: `./${PACKAGED}`,
      external: true,
    }));
  },
};

/** Packages an integration as the connector is packaged, with the same CLI. */
async function packageAs(target: string, fill: (dist: string) => Promise<void>): Promise<void> {
  const stage = makeTempFolder();
  try {
    const dist = join(stage, 'dist');
    mkdirSync(dist);
    writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest()));
    await copyRuntime(stage);
    await fill(dist);
    const result = await runZapierBuild(stage, ['--skip-validation']);
    if (result.code !== 0) throw new Error(`A baseline could not be packaged:\n${result.output}`);
    const zip = readFileSync(join(stage, 'build', 'build.zip'));
    writeFileSync(target, normalizeZip(zip, isShipped));
  } finally {
    removeFolder(stage);
  }
}

function manifest() {
  const { dependencies } = readJsonObject(join(ROOT, 'package.json'));
  const core = isRecord(dependencies) ? dependencies[RUNTIME_PACKAGE] : undefined;
  return {
    name: 'baseline',
    version: '1.0.0',
    private: true,
    type: 'module',
    exports: './dist/index.js',
    dependencies: { [RUNTIME_PACKAGE]: core },
  };
}
