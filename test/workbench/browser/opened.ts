import { afterAll, beforeAll } from '@jest/globals';

import type { Catalog, CatalogEntry } from '../../../workbench/api/catalog.ts';
import {
  openBrowser,
  openWorkbenchPage,
  type Browser,
  type Look,
  type Page,
} from '../../../workbench/browser/browser.ts';
import { openWorkbench, type OpenWorkbench } from '../workbench.ts';

/** What all suites share. */
export interface Opened {
  workbench: OpenWorkbench;
  browser: Browser;
  operations: CatalogEntry[];
  /** Requests of pages to anywhere else than this workbench. */
  strayRequests: string[];
}

let opened: Opened | undefined;

beforeAll(async () => {
  const [workbench, browser] = await Promise.all([openWorkbench(), openBrowser()]);
  const { cookie, origin } = workbench;
  const answer = await fetch(`${origin}/api/catalog`, { headers: { cookie } });
  // The catalog's route answers so.
  const { operations } = (await answer.json()) as Catalog;
  opened = { workbench, browser, operations, strayRequests: [] };
});

afterAll(async () => {
  await opened?.browser.close();
  await opened?.workbench.close();
});

/** The running workbench and browser. @throws Error before they run */
export function running(): Opened {
  if (opened) return opened;
  throw new Error('The workbench does not run yet.');
}

/** A place of the workbench in a new profile, which ends with the test. */
export async function withPage(
  place: string,
  look: Look,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const { browser, workbench, strayRequests } = running();
  const page = await openWorkbenchPage(browser, workbench.address, place, look);
  page.context().on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== workbench.origin && protocol !== 'data:') strayRequests.push(request.url());
  });
  try {
    await test(page);
  } finally {
    await page.context().close();
  }
}

/** The form of an operation. */
export async function withForm(
  place: string,
  look: Look,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  await withPage(place, look, async (page) => {
    await page.locator('.fields').first().waitFor();
    await test(page);
  });
}

/** Fills in an example, and waits until the form shows it. */
export async function fillExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.locator('.said', { hasText: /./ }).waitFor();
  await page.locator('.fields[aria-busy="false"]').first().waitFor();
}

/** Whether anything of the page is wider than the screen. */
export async function isTooWide(page: Page): Promise<boolean> {
  const isWider: unknown = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return isWider === true;
}

/** Until every color and size has become what it changes to. */
export async function transitionsEnd(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const running = () =>
      document.getAnimations().filter((one) => one instanceof CSSTransition && one.playState === 'running');
    // The end of one can begin another, of what inherits its color.
    for (let some = running(); some.length > 0; some = running())
      await Promise.allSettled(some.map((one) => one.finished));
  })()`);
}

/** Goes to a place inside the page, as a link in it does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(place)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}
