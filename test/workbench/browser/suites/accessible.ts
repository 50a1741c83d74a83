import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { axeFindings, type Page } from '../../../../workbench/browser/browser.ts';
import {
  leavePlace,
  fillExample,
  isTooWide,
  openNew,
  running,
  transitionsEnd,
  withNewPage,
  withPage,
} from '../opened.ts';

/** Every page, with as much of it open as there is. */
const PAGES: Readonly<Record<string, { place: string; open: (page: Page) => Promise<void> }>> = {
  'the catalog': { place: '/', open: (page) => page.locator('.card').first().waitFor() },
  'a form': {
    place: '/creates/send_message',
    open: async (page) => {
      await page.locator('.fields').first().waitFor();
      await page.getByLabel('Where Contact comes from').selectOption('search');
      await page.locator('.search-step .field').first().waitFor();
    },
  },
  'a result': {
    place: '/searches/find_messages',
    open: async (page) => {
      await page.locator('.fields').first().waitFor();
      await fillExample(page);
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.locator('.run-result').waitFor();
    },
  },
  'the requests': {
    place: '/searches/find_messages',
    open: async (page) => {
      await page.locator('.fields').first().waitFor();
      await fillExample(page);
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.getByRole('tab', { name: /Requests/ }).click();
      await page.locator('.requests summary').first().click();
    },
  },
  'the local HighLevel': {
    place: '/highlevel',
    open: (page) => page.locator('.thread').first().waitFor(),
  },
  'what is live': {
    place: '/live',
    open: async (page) => {
      await page.locator('.live-row').first().click();
      await page.locator('.steps li').first().waitFor();
    },
  },
  'a recipe': {
    place: '/recipes/missed-call-text-back',
    open: async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.locator('.step-card[data-outcome="next"]').waitFor();
    },
  },
  'a place where there is nothing': {
    place: '/nothing',
    open: (page) => page.getByText('There is nothing here').waitFor(),
  },
};

/** Switches the theme, unless it is this one, and waits for its colors. */
async function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const other = page.getByRole('button', { name: `Switch to the ${theme} theme` });
  if (await other.isVisible()) await other.click();
  await page.locator(`html[data-theme="${theme}"]`).waitFor();
  await transitionsEnd(page);
}

/** What shows the focus: of a style, in the page. */
const BY_ANY_MEANS = 'style.outline + style.boxShadow + style.borderColor';
/** Forced colors remove shadows, and give all borders one color. */
const BY_OUTLINE = 'style.outlineStyle';

/** In the page: the controls that the keyboard does not reach, or that look the same when it does. */
const notReached = (shown: string) => `(() => {
  const look = (control) =>
    [control, control.parentElement, control.nextElementSibling]
      .map((one) => one && getComputedStyle(one))
      .map((style) => style && ${shown})
      .join();
  // Arrow keys lead on from the tab, or the choice, that is reached.
  const isLedTo = (one) => one.tabIndex === -1 && one.matches('[role="tab"], [role="combobox"] ~ *');
  const controls = 'a, button, select, input, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(controls)]
    .filter((one) => one.checkVisibility() && !one.disabled && !isLedTo(one))
    .filter((one) => {
      document.activeElement.blur();
      const before = look(one);
      one.focus({ focusVisible: true });
      return document.activeElement !== one || one.tabIndex !== 0 || look(one) === before;
    })
    .map((one) => one.outerHTML.slice(0, 160));
})()`;

describe.each(Object.entries(PAGES))('Of %s', (_name, { place, open }) => {
  let page: Page;

  beforeAll(async () => {
    page = await openNew(place);
    await open(page);
  });

  afterAll(async () => {
    await inTheme(page, 'light');
    await leavePlace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (theme) => {
    await inTheme(page, theme);
    expect(await axeFindings(page, theme === 'light' ? 'all' : 'colors')).toEqual([]);
  });

  test('the keyboard reaches every control, and shows which', async () => {
    expect(await page.evaluate(notReached(BY_ANY_MEANS))).toEqual([]);
  });

  test('the keyboard shows which control it reached in forced colors', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    try {
      expect(await page.evaluate(notReached(BY_OUTLINE))).toEqual([]);
    } finally {
      await page.emulateMedia({ forcedColors: null });
    }
  });

  test('nothing is wider than the screen, from 320 pixels to 4K', async () => {
    const tooWide: number[] = [];
    for (const width of [320, 768, 1360, 3840]) {
      await page.setViewportSize({ width, height: width === 320 ? 640 : 300 });
      if (await isTooWide(page)) tooWide.push(width);
    }
    expect(tooWide).toEqual([]);
  });
});

describe('By keyboard alone', () => {
  test('the first key skips to the content, and every control can be reached', async () => {
    await withNewPage('/highlevel', {}, async (page) => {
      await page.locator('.thread').first().waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip');
      const controls = Number(
        await page.evaluate(
          `[...document.querySelectorAll('a, button:not([tabindex="-1"]), select, input, textarea, summary')].filter((one) => !one.disabled && one.checkVisibility()).length`,
        ),
      );
      const reached = new Set<string>();
      for (let count = 0; count < controls + 5; count += 1) {
        reached.add(
          String(
            await page.evaluate(
              `[...document.querySelectorAll('*')].indexOf(document.activeElement)`,
            ),
          ),
        );
        await page.keyboard.press('Tab');
      }
      expect(reached.size).toBeGreaterThanOrEqual(controls);
    });
  });

  test('a time zone is chosen among all, which are listed once the list has the focus', async () => {
    await withNewPage('/nothing', {}, async (page) => {
      const zones = page.getByLabel('Time zone');
      expect(await zones.locator('option').allTextContents()).toEqual(['America/New York']);
      await zones.focus();
      await zones.locator('option', { hasText: 'Europe/Paris' }).waitFor({ state: 'attached' });
      expect(await zones.locator('option').count()).toBeGreaterThan(400);
      expect(await zones.inputValue()).toBe('America/New_York');
      await page.keyboard.type('Europe/Pari');
      expect(await zones.inputValue()).toBe('Europe/Paris');
    });
  });

  test('a live dropdown is filled', async () => {
    await withPage('/creates/send_message', {}, async (page) => {
      const contact = page.getByRole('combobox', { name: 'Contact', exact: true });
      await contact.focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('.combobox-item').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await contact.inputValue()).toMatch(/^\p{Lu}\p{L}+ \p{Lu}/u);
    });
  });

  test('tabs are changed, and an event of Live is chosen', async () => {
    await withPage('/triggers/new_message', {}, async (page) => {
      await page.getByRole('button', { name: 'Test trigger' }).press('Enter');
      await page.getByRole('tab', { name: /Output/ }).press('ArrowRight');
      await page.locator('[role="tab"][aria-selected="true"]', { hasText: 'JSON' }).waitFor();
    });
    await withPage('/live', {}, async (page) => {
      await page.locator('.live-row').first().waitFor();
      await page.getByRole('listbox').press('ArrowDown');
      await page.locator('.steps li').first().waitFor();
      await page.locator('[role="option"][aria-selected="true"]').waitFor();
      expect(
        await page.evaluate('document.activeElement.getAttribute("aria-activedescendant")'),
      ).toMatch(/^event-\d+$/);
    });
  });
});

describe('A screen reader', () => {
  test('is told what a test came to: its records, or its error', async () => {
    await running().workbench.zapier.reset();
    await withPage('/searches/find_contact', {}, async (page) => {
      await page.locator('.fields').first().waitFor();
      await fillExample(page);
      const said = page.locator('.run-panel [role="status"] span');
      await page.getByRole('button', { name: 'Test search' }).click();
      await said.filter({ hasText: /^Success\. .+: 1 record, \d+ ms$/ }).waitFor();
      await running().workbench.zapier.sandbox.post('/faults', {
        path: '*',
        status: 400,
        times: 1,
      });
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.locator('.failure-sentence').waitFor();
      const sentence = await page.locator('.failure-sentence').innerText();
      await said.filter({ hasText: sentence }).waitFor();
    });
  });

  test('goes on from the heading of a page that is opened, by a link and by going back', async () => {
    await withPage('/', {}, async (page) => {
      const focused = (heading: string) =>
        page.locator('h1:focus', { hasText: new RegExp(`^${heading}$`) }).waitFor();
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await focused('HighLevel on this machine');
      await page.getByRole('link', { name: 'Live', exact: true }).press('Enter');
      await focused('Live');
      await page.goBack();
      await focused('HighLevel on this machine');
      await page.getByRole('link', { name: 'Catalog', exact: true }).click();
      await focused('HighLevel Conversations');
      await page.locator('a[href="/creates/send_message"]').click();
      await focused('Send Message');
    });
  });

  test('stays in the list where another recipe is chosen', async () => {
    await withPage('/recipes', {}, async (page) => {
      await page.locator('.recipe-link').nth(1).press('Enter');
      await page.waitForURL('**/recipes/*');
      await page.locator('.recipe-link[aria-current="page"]:focus').waitFor();
    });
  });
});

test('Nothing moves for those who want less motion', async () => {
  await withPage('/creates/send_message', {}, async (page) => {
    await page.route('**/api/runs', () => undefined);
    await page.locator('.fields').first().waitFor();
    await fillExample(page);
    await page.getByRole('button', { name: 'Test step' }).click();
    await page.locator('.loading-bar').waitFor();
    const longest = await page.evaluate(
      `Math.max(0, ...document.getAnimations().map((one) => one.effect.getComputedTiming().activeDuration))`,
    );
    expect(longest).toBeLessThanOrEqual(1);
  });
});

test('All pages of the navigation are among those that are checked', () => {
  expect(running().operations.length).toBeGreaterThan(0);
  const places = Object.values(PAGES).map(({ place }) => `/${place.split('/')[1] ?? ''}`);
  return withPage('/nothing', {}, async (page) => {
    const links: unknown = await page.evaluate(
      `[...document.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))`,
    );
    expect(places).toEqual(expect.arrayContaining(links as string[])); // Attributes are texts.
  });
});
