import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { AREAS } from '../../areas.ts';
import { readListed } from '../api-coverage/listed.ts';
import { ownCoverage } from '../api-coverage/own.ts';
import { coverageDocument } from '../api-coverage/report.ts';
import { formatted } from '../lib/formatted.ts';
import { newOperations } from './changelog.ts';
import { areasTable, operationPages } from './operations.ts';
import { recipesDocument } from './recipes.ts';
import { troubleshootingDocument } from './troubleshooting.ts';
import { scopesTable } from './scopes.ts';
import { webhooksTable } from './webhooks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = join(ROOT, 'README.md');
const PUBLISHING = join(ROOT, 'docs', 'publishing.md');
const CHANGELOG = join(ROOT, 'CHANGELOG.md');
const OPERATIONS = join(ROOT, 'docs', 'operations');

/** A page that the project makes from itself. */
export interface Page {
  /** Absolute. */
  file: string;
  /** Null for a page of an area that is no longer there. */
  content: string | null;
}

/** Every generated page as it should be now; of the README a table, of the guide to publishing two; of the changelog, the new operations. */
export async function generatedPages(): Promise<Page[]> {
  const operations = operationPages();
  const pages = [
    ...[...operations].map(([name, content]) => ({ file: join(OPERATIONS, name), content })),
    { file: join(ROOT, 'docs', 'recipes.md'), content: recipesDocument() },
    { file: join(ROOT, 'docs', 'troubleshooting.md'), content: troubleshootingDocument() },
    {
      file: join(ROOT, 'docs', 'coverage.md'),
      content: coverageDocument(ownCoverage(readListed())),
    },
    { file: PUBLISHING, content: publishingGuide() },
    { file: README, content: withPart(read(README), 'areas', areasTable()) },
    { file: CHANGELOG, content: withNewOperations(read(CHANGELOG)) },
  ];
  const written = pages.map(async ({ file, content }) => ({
    file,
    content: await formatted(file, content),
  }));
  const leftOver = (existsSync(OPERATIONS) ? readdirSync(OPERATIONS) : [])
    .filter((name) => !operations.has(name))
    .map((name) => ({ file: join(OPERATIONS, name), content: null }));
  return [...(await Promise.all(written)), ...leftOver];
}

/** The generated pages that are not as they should be now, as absolute paths. */
export async function outdatedPages(): Promise<string[]> {
  const pages = await generatedPages();
  return pages
    .filter(({ file, content }) => content !== (existsSync(file) ? read(file) : null))
    .map(({ file }) => file);
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The guide to publishing with its tables of webhooks and of scopes. */
function publishingGuide(): string {
  const text = withPart(read(PUBLISHING), 'webhooks', webhooksTable());
  return withPart(text, 'scopes', scopesTable());
}

/** The changelog with the operations that no other line of it adds. */
function withNewOperations(text: string): string {
  const written = withPart(text, 'new operations', '');
  return withPart(text, 'new operations', newOperations(written, AREAS));
}

/** The text with what stands between `<!-- NAME -->` and `<!-- /NAME -->` replaced. */
function withPart(text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page lacks ${start} ... ${end}.`);
  return `${text.slice(0, from)}${start}\n\n${part}\n\n${text.slice(to)}`;
}
