import { build } from 'esbuild';

/** What each file imports itself. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * The imports of files, and of all that they import. Packages are left out, and so are imports of
 * types alone, which load nothing.
 *
 * @param folder that the paths start from
 */
export async function importsOf(files: string[], folder: string): Promise<Imports> {
  const { metafile } = await build({
    absWorkingDir: folder,
    // One bundle of all: what it contains is of no interest.
    stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: folder },
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    logLevel: 'error',
  });
  return new Map(
    Object.entries(metafile.inputs)
      .filter(([file]) => file !== '<stdin>')
      .map(([file, { imports }]) => [
        file,
        imports.filter(({ external }) => external !== true).map(({ path }) => path),
      ]),
  );
}

/** The files that a file imports, itself or through others, in alphabetical order. */
export function closureOf(file: string, imports: Imports): string[] {
  const found = new Set<string>();
  const visit = (from: string) => {
    for (const path of imports.get(from) ?? []) {
      if (found.has(path)) continue;
      found.add(path);
      visit(path);
    }
  };
  visit(file);
  return [...found].sort();
}
