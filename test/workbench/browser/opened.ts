import { afterAll, beforeAll } from '@jest/globals';

import type { Catalog, CatalogEntry } from '../../../workbench/api/catalog.ts';
import { START } from '../../../workbench/server/live/journal.ts';
import {
  lookAs,
  openBrowser,
  openProfile,
  openUrl,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Locator,
  type Look,
  type Page,
  type Route,
} from '../../../workbench/browser/browser.ts';
import { openWorkbench, type OpenWorkbench } from '../workbench.ts';

/** What all suites share. */
export interface Opened {
  workbench: OpenWorkbench;
  browser: Browser;
  /** One for all: in each new one the browser would start and load everything again. */
  profile: BrowserContext;
  /** One for all: each new one takes a process of its own. */
  tab: Page;
  /** What the tab is told by the DevTools protocol alone. */
  devtools: CDPSession;
  operations: CatalogEntry[];
  /** The account that forms run under unless another one is chosen. */
  connection: string;
  /** Requests of pages to anywhere else than this workbench. */
  strayRequests: string[];
}

let opened: Opened | undefined;

beforeAll(async () => {
  const [workbench, browser] = await Promise.all([openWorkbench(), openBrowser()]);
  const { cookie, origin } = workbench;
  const answer = await fetch(`${origin}/api/catalog`, { headers: { cookie } });
  // The catalog's route answers so.
  const { operations, connections } = (await answer.json()) as Catalog;
  const connection = connections[0]?.id ?? '';
  const profile = await openProfile(browser);
  const strayRequests: string[] = [];
  profile.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') strayRequests.push(request.url());
  });
  const tab = await profile.newPage();
  const devtools = await profile.newCDPSession(tab);
  opened = { workbench, browser, profile, tab, devtools, operations, connection, strayRequests };
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

/**
 * A place of the workbench; the browser has stored nothing before, and has been nowhere. The page that an earlier
 * test left is led there: who opens it changes nothing that only a new page is without, or puts it right again.
 */
export async function openPlace(place: string, look: Look = {}): Promise<Page> {
  const { tab, workbench } = running();
  const isThere = tab.url().startsWith(`${workbench.origin}/`);
  return isThere ? leadTo(place, look) : openNew(place, look);
}

/** A place of the workbench, loaded anew; the browser is let in. */
export function openNew(place: string, look: Look = {}): Promise<Page> {
  return enter(place, (tab, url) => openUrl(tab, url, look));
}

/** Leads the page to a place, from one where nothing is. */
async function leadTo(place: string, look: Look): Promise<Page> {
  const { tab, devtools } = running();
  const nothing = /^There is nothing here$/;
  await lookAs(tab, look);
  await goTo(tab, '/nothing');
  await tab.locator('h1', { hasText: nothing }).waitFor();
  await tab.evaluate('localStorage.clear(); sessionStorage.clear()');
  if (place !== '/nothing') {
    await goTo(tab, place);
    await tab.locator('h1', { hasNotText: nothing }).waitFor();
  }
  await devtools.send('Page.resetNavigationHistory');
  return tab;
}

/** Lets the browser in, and has it open a place as one that has stored nothing before and has been nowhere. */
async function enter(
  place: string,
  open: (tab: Page, url: string) => Promise<unknown>,
): Promise<Page> {
  const { profile, workbench, tab, devtools } = running();
  const [name = '', value = ''] = workbench.cookie.split('=');
  await profile.addCookies([{ name, value, url: workbench.origin }]);
  // Before the first script of the place, and after what the last one stored while it was left.
  const { identifier } = await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
    source: 'localStorage.clear(); sessionStorage.clear()',
  });
  try {
    await open(tab, new URL(place, workbench.origin).href);
  } finally {
    await devtools.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
  }
  await devtools.send('Page.resetNavigationHistory');
  return tab;
}

/** Leaves the place: nobody listens to the tab any longer, and the one beside it shows nothing. */
export async function leavePlace(): Promise<void> {
  const { tab } = running();
  await tabBeside()?.goto('about:blank');
  tab.removeAllListeners();
  await tab.unrouteAll({ behavior: 'ignoreErrors' });
}

/** A URL in a second tab, which is kept too. */
export async function openBeside(url: string): Promise<Page> {
  const page = tabBeside() ?? (await running().profile.newPage());
  await page.goto(url);
  return page;
}

function tabBeside(): Page | undefined {
  const { profile, tab } = running();
  return profile.pages().find((page) => page !== tab);
}

/** A place of the workbench, which is left with the test. */
export function withPage(
  place: string,
  look: Look,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  return leaving(async () => test(await openPlace(place, look)));
}

/** A place of the workbench, loaded anew for a test, which may change what outlives a place. */
export function withNewPage(
  place: string,
  look: Look,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  return leaving(async () => {
    await test(await openNew(place, look));
    await closePage();
  });
}

/** A place of the workbench, where a test answers what the page asks for as it is loaded there. */
export function withAnswers(
  place: string,
  api: string,
  answer: (route: Route) => unknown,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  return leaving(async () => {
    const page = await enter(place, async (tab, url) => {
      await tab.route(api, answer);
      await tab.goto(url);
    });
    await test(page);
  });
}

/** Leaves the place after a test. No other one goes on with the page in which it failed. */
async function leaving(test: () => Promise<void>): Promise<void> {
  try {
    await test();
  } catch (error) {
    await closePage();
    throw error;
  } finally {
    await leavePlace();
  }
}

/** The next place is loaded anew. */
async function closePage(): Promise<void> {
  await running().tab.goto('about:blank');
}

/**
 * The row of Live about the event that something brings: not about an earlier one, and not about a Zap that
 * waits for such events or does no longer.
 */
export async function rowOfNew(event: string, bring: () => Promise<unknown>): Promise<Locator> {
  const { tab, workbench } = running();
  const { journal } = workbench.live.traffic;
  const { number } = journal.since(START, Infinity).place;
  await bring();
  const isNewer = `number(substring-after(@id, "event-")) > ${number}`;
  const isOfEvent = `contains(., "${event}") and .//*[contains(@class, "badge")]`;
  return tab.locator(`xpath=//*[@role="option"][${isNewer} and ${isOfEvent}]`).first();
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
  const width = page.viewportSize()?.width ?? 0;
  // The screen may have changed just now: the page is told of it, and the frame after that is drawn for it.
  const isWider: unknown = await page.evaluate(`(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    do await nextFrame(); while (innerWidth !== ${width});
    await nextFrame();
    const { documentElement: root } = document;
    return root.scrollWidth > root.clientWidth;
  })()`);
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
