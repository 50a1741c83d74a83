import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { expect, test } from '@jest/globals';

import { anchorOf } from '../../scripts/docs/operations.ts';
import { ROOT } from '../../scripts/lib/project.ts';

const PAGES = globSync('**/*.md', {
  cwd: ROOT,
  exclude: (name) => /(^|\/)(node_modules|build|dist|\.git)$/.test(name),
});

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The text without code, in which brackets are no links. */
function proseOf(page: string): string {
  return read(page)
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
}

function anchorsOf(page: string): Set<string> {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map((match) =>
    anchorOf((match[1] ?? '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')),
  );
  return new Set(headings);
}

/** What is wrong with a link, from the page that it stands on. */
function problemOf(page: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path ? normalize(join(dirname(page), path)) : page;
  if (!existsSync(join(ROOT, target))) return `${link}: there is no ${target}`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  return anchorsOf(target).has(anchor) ? undefined : `${link}: no such heading`;
}

test('every page of the project is looked at', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'docs/recipes.md']));
});

test.each(PAGES)('every link of %s leads to a file and a heading that exist', (page) => {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.map((link) => problemOf(page, link)).filter(Boolean)).toEqual([]);
});
