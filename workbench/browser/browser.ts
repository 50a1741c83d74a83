import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.ts';

export type { Browser, BrowserContext, Page };

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The installed Chromium without a window. @throws Error when there is none */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  // Chromium refuses its sandbox to root, the user of containers; it opens only this machine's pages.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

/**
 * A new profile with a place of the workbench open.
 *
 * @param address with its token
 * @param place such as `/live`
 */
export async function openWorkbenchPage(
  browser: Browser,
  address: string,
  place = '/',
  { width = 1360, height = 860, theme = 'light' }: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const url = new URL(address);
  const { pathname, searchParams } = new URL(place, url);
  url.pathname = pathname;
  for (const [name, value] of searchParams) url.searchParams.set(name, value);
  await page.goto(url.href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('header nav').waitFor();
  return page;
}

/** What axe finds wrong with a page as it is now: a line for each element. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(readFileSync(AXE, 'utf8'));
  const results: unknown = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  // axe.run answers so: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md
  const { violations } = results as {
    violations: { id: string; help: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}
