import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

import { isRecord } from '../../resources/values.ts';
import { definitionOf, firstDifference, validationErrorsOf } from './definition.ts';
import { foldersOf, RUNTIME_PACKAGE } from './dependencies.ts';
import { codeFiles, readJsonObject, ROOT } from './project.ts';

/** What a build made. */
export interface Bundle {
  file: string;
  bytes: number;
  records: number;
}

/**
 * Bundles the connector for Zapier's Node 22 and checks the result: the same definition as the
 * source, valid by Zapier's schema, nothing in it that does not belong to the connector.
 *
 * Samples and output fields are derived here, once, and take the place of resources/derive.ts: a
 * step is a cold start each time and need not build a schema to read its own labels.
 *
 * @param outDirectory absolute; must see zapier-platform-core in a node_modules at or above it
 * @param options.entry the module that Zapier loads, below the root; it exports the integration
 * @param options.isValidatedLater whether Zapier's schema is left to who asked for the bundle
 * @throws Error with the first thing that is wrong
 */
export async function bundle(
  outDirectory: string,
  { entry = 'entry.ts', isValidatedLater = false } = {},
): Promise<Bundle> {
  const { app: sourceApp, outputs } = await importSource(outDirectory, entry);
  const file = join(outDirectory, 'index.js');
  const result = await build({
    ...FOR_NODE,
    entryPoints: [entry],
    outfile: file,
    define: buildSettings(),
    metafile: true,
    plugins: [useDerivedOutputs(outputs), useVersionOnly()],
  });
  checkInputs(result.metafile, entry);
  const { default: builtApp } = await importFile(file);
  await checkDefinition(sourceApp, builtApp);
  if (!isValidatedLater) await checkSchema(builtApp);
  return {
    file,
    bytes: Object.values(result.metafile.outputs)[0]?.bytes ?? 0,
    records: Object.keys(outputs).length,
  };
}

const FOR_NODE = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: [RUNTIME_PACKAGE],
  // Not minified: the stack traces that Zapier shows stay readable, and it starts no slower.
  // The paths in the output do not depend on where node_modules really lies.
  preserveSymlinks: true,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** What is decided at build time, because Zapier does not have these variables. */
export const BUILD_SETTINGS = ['AREAS', 'AUTH', 'HAS_RELAY'];

function buildSettings(): Record<string, string> {
  return Object.fromEntries(
    BUILD_SETTINGS.map((name) => [`process.env.${name}`, JSON.stringify(process.env[name] ?? '')]),
  );
}

/** The integration as its sources say it, in one file, since Node would read hundreds for seconds. */
async function importSource(folder: string, entry: string) {
  const file = join(folder, 'source.js');
  await build({
    ...FOR_NODE,
    stdin: {
      contents: `export { default as app } from './${entry}'; export { derivedOutputs } from './resources/derive.ts';`,
      resolveDir: ROOT,
    },
    outfile: file,
  });
  const { app, derivedOutputs } = await importFile(file);
  rmSync(file);
  // A function of another module is typed to take and return anything; its result is checked.
  const outputs =
    typeof derivedOutputs === 'function' ? (derivedOutputs as () => unknown)() : undefined;
  if (!isRecord(outputs)) throw new Error('resources/derive.ts does not export derivedOutputs().');
  return { app, outputs };
}

async function importFile(file: string): Promise<Record<string, unknown>> {
  const module: unknown = await import(pathToFileURL(file).href);
  return isRecord(module) ? module : {};
}

function useDerivedOutputs(outputs: Record<string, unknown>): Plugin {
  return {
    name: 'derived-outputs',
    setup(build) {
      build.onLoad({ filter: /[\\/]resources[\\/]derive\.ts$/ }, () => ({
        loader: 'js',
        contents: `
const outputs = ${JSON.stringify(outputs)};
export function deriveOutput(name) {
  const output = outputs[name];
  if (!output) throw new Error('The record "' + name + '" was not derived when this was built.');
  return output;
}
`,
      }));
    },
  };
}

/** Of package.json the integration needs its version; the list of tools stays out of the bundle. */
function useVersionOnly(): Plugin {
  return {
    name: 'version-only',
    setup(build) {
      build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => ({
        loader: 'json',
        contents: JSON.stringify({ version: readJsonObject(path)['version'] }),
      }));
    },
  };
}

/** A file outside the connector's folders would be missing in source.zip, or must not ship at all. */
function checkInputs(metafile: Metafile, entry: string): void {
  const own = new Set([...codeFiles(), 'package.json', entry]);
  const packages = readJsonObject(join(ROOT, 'package.json'))['dependencies'];
  const allowed = foldersOf(Object.keys(isRecord(packages) ? packages : {}));
  for (const input of Object.keys(metafile.inputs)) {
    const fromPackage = allowed.some((folder) => input.startsWith(`${folder}/`));
    if (!own.has(input) && !fromPackage) {
      throw new Error(
        `The connector imports ${input}, which is neither one of its files nor one of its ` +
          'dependencies in package.json.',
      );
    }
  }
  const written = Object.values(metafile.outputs)[0]?.inputs ?? {};
  if (Object.keys(written).some((input) => /zod\/v4\/locales\/(?!en\.js)/.test(input))) {
    throw new Error(
      "The bundle holds zod's translations into 50 languages, which cost start-up time. Import it " +
        "as `import * as z from 'zod'`, so that what is not used is left out.",
    );
  }
}

async function checkDefinition(sourceApp: unknown, builtApp: unknown): Promise<void> {
  const difference = firstDifference(await definitionOf(sourceApp), await definitionOf(builtApp));
  if (difference !== undefined) {
    throw new Error(`The built integration differs from its source at ${difference}.`);
  }
}

async function checkSchema(builtApp: unknown): Promise<void> {
  const errors = await validationErrorsOf(builtApp);
  if (errors.length > 0) {
    throw new Error(`Zapier's schema refuses the integration:\n${errors.join('\n')}`);
  }
}
