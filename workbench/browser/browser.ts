import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Locator,
  type Page,
  type Route,
} from 'playwright-core';

import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.ts';

export type { Browser, BrowserContext, CDPSession, Locator, Page, Route };

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The installed Chromium without a window. @throws Error when there is none */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  // Chromium refuses its sandbox to root, the user of containers; it opens only this machine's pages.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** It ends a wait for what never comes, on a busy machine too, and measures nothing. */
const WAIT_LIMIT_MS = 5 * 60_000;

/** A profile without cookies, where nothing is stored. */
export async function openProfile(browser: Browser): Promise<BrowserContext> {
  const profile = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  profile.setDefaultTimeout(WAIT_LIMIT_MS);
  return profile;
}

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

/** Gives a tab the size and the theme of a look. */
export async function lookAs(
  page: Page,
  { width = 1360, height = 860, theme = 'light' }: Look = {},
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme });
}

/** Opens a URL of the workbench in a tab, and waits for its header and heading. */
export async function openUrl(page: Page, url: string, look: Look = {}): Promise<void> {
  await lookAs(page, look);
  await page.goto(url);
  await page.locator('h1').waitFor();
  await page.locator('header nav').waitFor();
}

/** In the page: axe's rules about colors, which can find in another theme what they have not found in the first. */
const OF_COLORS = `axe.getRules(['cat.color'])
  .filter(({ tags }) => !tags.includes('wcag2aaa'))
  .map(({ ruleId }) => ruleId)`;

/**
 * What axe finds wrong with a page as it is now: a line for each element.
 *
 * @param rules those about colors alone suffice where all have looked at the page in other colors
 */
export async function axeFindings(page: Page, rules: 'all' | 'colors' = 'all'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(readFileSync(AXE, 'utf8'));
  // What it found in order stays in the page.
  const only = rules === 'all' ? '' : `, runOnly: ${OF_COLORS}`;
  const found: unknown = await page.evaluate(
    `axe.run({ resultTypes: ['violations']${only} }).then(({ violations }) => violations)`,
  );
  // axe.run answers so: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md
  const violations = found as { id: string; help: string; nodes: { html: string }[] }[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}
