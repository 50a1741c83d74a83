import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import app from '../../index.ts';
import { operationsDocument, operationsTable } from './operations.ts';
import { recipesDocument } from './recipes.ts';
import { webhooksTable } from './webhooks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A page that the project makes from itself. */
export interface Page {
  /** Absolute. */
  file: string;
  content: string;
}

/** Every generated page as it should be now; of the README and the guide to publishing, their tables. */
export async function generatedPages(): Promise<Page[]> {
  const readme = join(ROOT, 'README.md');
  const publishing = join(ROOT, 'docs', 'publishing.md');
  const pages = [
    { file: join(ROOT, 'docs', 'operations.md'), content: operationsDocument(app) },
    { file: join(ROOT, 'docs', 'recipes.md'), content: recipesDocument() },
    {
      file: publishing,
      content: withPart(readFileSync(publishing, 'utf8'), 'webhooks', webhooksTable()),
    },
    {
      file: readme,
      content: withPart(readFileSync(readme, 'utf8'), 'operations', operationsTable(app)),
    },
  ];
  const style = await resolveConfig(readme);
  return Promise.all(
    pages.map(async ({ file, content }) => ({
      file,
      content: await format(content, { ...style, filepath: file }),
    })),
  );
}

/** The generated pages that are not as they should be now, as absolute paths. */
export async function outdatedPages(): Promise<string[]> {
  const pages = await generatedPages();
  return pages
    .filter(({ file, content }) => readFileSync(file, 'utf8') !== content)
    .map(({ file }) => file);
}

/** The text with what stands between `<!-- NAME -->` and `<!-- /NAME -->` replaced. */
function withPart(text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page lacks ${start} ... ${end}.`);
  return `${text.slice(0, from)}${start}\n\n${part}\n\n${text.slice(to)}`;
}
