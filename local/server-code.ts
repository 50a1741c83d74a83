import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { BuildOptions, Plugin } from 'esbuild';

import { KeptFolder } from './kept-folder.ts';
import { contentsOf, sourcesIn } from './source-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** PostgreSQL as WebAssembly: it finds its files beside itself, so it stays where it is. */
const PGLITE = '@electric-sql/pglite';

/**
 * A flag of Node: PGlite's WebAssembly is compiled once and not again for speed, which takes half of a short run.
 * Set at the start of a process, it has Node compile its own modules as well, which it has compiled for no flags.
 */
export const QUICK_WEBASSEMBLY = '--liftoff-only';

/** What packages that were written for `require` expect. */
const COMMONJS = [
  "import { createRequire as requireFor } from 'node:module';",
  'const require = requireFor(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('\n');

type Part = 'relay' | 'sandbox';

const asked = new Map<Part, Promise<string>>();

/**
 * The code of the relay or the sandbox in one file, as quick to start as Node itself: reading hundreds of
 * files and taking the types out of them costs more than all that most tests ask of a server. It is made
 * once of these sources and kept.
 *
 * @returns the path of the file that starts the server
 */
export function serverCode(part: Part): Promise<string> {
  const code = asked.get(part) ?? keepCode(part);
  asked.set(part, code);
  return code;
}

async function keepCode(part: Part): Promise<string> {
  const folder = join(ROOT, part);
  const files = [import.meta.filename, join(folder, 'package-lock.json'), ...sourcesIn(folder)];
  // It names the folder: PGlite is imported from there.
  const made = `${folder}\n${contentsOf(files)}`;
  const kept = new KeptFolder(join(ROOT, 'build'), `${part}-code`, made);
  await kept.make((into) => bundle(folder, into));
  return join(kept.path, 'server.mjs');
}

async function bundle(folder: string, into: string): Promise<void> {
  // Seldom needed, since what it makes is kept.
  const { build } = await import('esbuild');
  const threads: string[] = [];
  const options: BuildOptions = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    outdir: into,
    entryNames: '[name].code',
    outExtension: { '.js': '.mjs' },
    banner: { js: COMMONJS },
    // Used by pg only where it is installed.
    external: ['pg-native'],
    logLevel: 'error',
  };
  await build({
    ...options,
    entryPoints: [join(folder, 'server.ts')],
    plugins: [whereItIs(folder), threadsBeside(threads)],
  });
  if (threads.length > 0)
    await build({ ...options, entryPoints: threads, plugins: [whereItIs(folder)] });
  const writeStarter = (entry: string, first: readonly string[] = []): void => {
    const name = basename(entry, '.ts');
    writeFileSync(join(into, `${name}.mjs`), starterOf(name, first));
  };
  writeStarter('server.ts');
  for (const thread of threads) writeStarter(thread, WITH_QUICK_WEBASSEMBLY);
}

/** For the thread that PGlite runs in: by then the process has loaded most of Node's modules. */
const WITH_QUICK_WEBASSEMBLY = [
  "import { setFlagsFromString } from 'node:v8';",
  `setFlagsFromString('${QUICK_WEBASSEMBLY}');`,
];

/**
 * What starts a bundle: Node compiles it once, and keeps that beside it for all later starts.
 *
 * @param first what it does before
 */
function starterOf(name: string, first: readonly string[]): string {
  return [
    ...first,
    "import { enableCompileCache } from 'node:module';",
    'enableCompileCache(`${import.meta.dirname}/compiled`);',
    `await import('./${name}.code.mjs');`,
    '',
  ].join('\n');
}

/** PGlite is imported from where it is installed. */
function whereItIs(folder: string): Plugin {
  const require = createRequire(join(folder, 'package.json'));
  return {
    name: 'where-it-is',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${PGLITE}$`) }, () => {
        const path = join(dirname(require.resolve(PGLITE)), 'index.js');
        return { path: pathToFileURL(path).href, external: true };
      });
    },
  };
}

/** A file that is started as a thread gets a file of its own beside the server's. */
function threadsBeside(threads: string[]): Plugin {
  return {
    name: 'threads-beside',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const contents = source.replaceAll(
          /new URL\('(\.\/[\w-]+)\.ts', import\.meta\.url\)/g,
          (_, name: string) => {
            threads.push(join(dirname(path), `${name}.ts`));
            return `new URL('./${basename(name)}.mjs', import.meta.url)`;
          },
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
