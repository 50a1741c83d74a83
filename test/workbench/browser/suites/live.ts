import { describe, expect, test } from '@jest/globals';

import type { ZapView } from '../../../../workbench/api/run.ts';
import type { Locator, Page } from '../../../../workbench/browser/browser.ts';
import { openBeside, rowOfNew, running, withPage } from '../opened.ts';

const row = (page: Page, text: string) => page.locator('.live-row', { hasText: text }).first();

/** A contact writes. @returns the row about it */
function write(body: string): Promise<Locator> {
  return rowOfNew('InboundMessage', async () => {
    const { sandbox } = running().workbench.zapier;
    const { id } = await sandbox.record('contacts', { firstName: 'Anna', lastName: 'Lindqvist' });
    await sandbox.post('/messages', { contactId: id, channel: 'SMS', body });
  });
}

const withBadge = (ofEvent: Locator, text: string | RegExp) =>
  ofEvent.filter({ has: running().tab.locator('.badge', { hasText: text }) });

const ZAP = { kind: 'triggers', key: 'new_inbound_message', timezone: 'UTC', entries: {} };

/** The Live page beside a Zap that is on. */
async function besideZap(test: (live: Page) => Promise<void>): Promise<void> {
  const { workbench, connection } = running();
  await workbench.zapier.reset();
  const answer = await workbench.post('/api/zaps/on', { ...ZAP, connection });
  const { id, isOn } = (await answer.json()) as ZapView; // The route answers so.
  expect(isOn).toBe(true);
  try {
    await withPage('/live', {}, async (live) => {
      await live.locator('.live-row').first().waitFor();
      await test(live);
    });
  } finally {
    expect((await workbench.post('/api/zaps/off', { id })).status).toBe(200);
  }
}

describe('Live', () => {
  test('shows a webhook, its delivery and what the trigger returned, as it happens', () =>
    besideZap(async (live) => {
      await row(live, 'waits for InboundMessage').waitFor();
      const written = await write('Do you open on Sundays?');
      await withBadge(written, 'Delivered').click();
      await live.getByText('The relay stored it').waitFor();
      await live.getByText('Zapier took it.').waitFor();
      await live.getByText('One record starts the Zap.').waitFor();
      await live.locator('.cm-content', { hasText: 'Do you open on Sundays?' }).waitFor();
      const place = live.url();
      await live.reload();
      await live.getByText('One record starts the Zap.').waitFor();
      expect(live.url()).toBe(place);
    }));

  test('opens the event that was pressed, though new ones move it before the button is released', () =>
    besideZap(async (live) => {
      const pressed = row(live, 'waits for InboundMessage');
      await pressed.hover();
      await live.mouse.down();
      const written = await write('Do you open on Sundays?');
      await withBadge(written, 'Delivered').waitFor();
      await live.mouse.up();
      await live.getByRole('heading', { name: 'waits for InboundMessage' }).waitFor();
      await live
        .locator('[aria-selected="true"]', { hasText: 'waits for InboundMessage' })
        .waitFor();
    }));

  test('shows nothing twice when a webhook is sent again', () =>
    besideZap(async (live) => {
      await withBadge(await write('Twice?'), 'Delivered').click();
      await live.getByRole('button', { name: 'Send it again' }).dblclick();
      await live.getByText('nothing is delivered twice').first().waitFor();
      expect(await live.getByText(/: attempt \d/).count()).toBe(1);
    }));

  test('shows attempts that fail, then the dead letter, and replays it', () =>
    besideZap(async (live) => {
      const zapier = live.getByLabel('Zapier');
      await zapier.selectOption('fails');
      try {
        await withBadge(await write('Given up'), /Attempt \d failed/).click();
        await live.locator('.letter', { hasText: 'InboundMessage' }).first().waitFor();
      } finally {
        await zapier.selectOption('takes');
      }
      await live.getByRole('button', { name: 'Replay all' }).click();
      await live.getByText('Zapier took it.').waitFor();
      await live.locator('.letter').first().waitFor({ state: 'detached' });
    }));

  test('says that the relay is away, as does a Zap that is switched on, and loses nothing until it is back', () =>
    besideZap(async (live) => {
      const { workbench } = running();
      try {
        await live.getByRole('button', { name: 'Stop the relay' }).click();
        await live.getByText('The relay is stopped. HighLevel repeats').waitFor();
        const other = await openBeside(`${workbench.origin}/triggers/new_inbound_message`);
        await other.getByRole('button', { name: 'Switch the Zap on' }).click();
        await other.locator('.failure-sentence').waitFor();
        expect(await other.locator('.failure-sentence').innerText()).toMatch(/relay/i);
        const written = await write('Meanwhile');
        await withBadge(written, 'Refused (503)').click();
        await live.getByText('No relay was there.').first().waitFor();
        await live.getByRole('button', { name: 'Start the relay' }).click();
        await row(live, 'The relay runs again').waitFor();
        await live.getByText('HighLevel sent it again. The relay stored it').waitFor();
        await withBadge(written, 'Delivered').waitFor();
      } finally {
        await workbench.live.startRelay();
      }
    }));

  test('filters, and holds while it is paused', async () => {
    await withPage('/live?show=failed&q=nothing+of+the+kind', {}, async (page) => {
      await page.getByText('No event matches.').waitFor();
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await page.getByRole('searchbox').fill('');
      await page.locator('.live-row').first().waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      const before = await page.locator('.live-count').innerText();
      await write('While it is paused');
      await page.getByRole('button', { name: /^Go on \(\d+ new\)$/ }).waitFor();
      expect(await page.locator('.live-count').innerText()).toBe(before);
      await page.getByRole('button', { name: /^Go on/ }).click();
      await page.locator('.live-count', { hasText: before }).waitFor({ state: 'detached' });
    });
  });

  test('says that events went by unseen', async () => {
    await withPage('/nothing', {}, async (page) => {
      await page.route('**/api/live/stream', (route) =>
        route.fulfill({
          contentType: 'text/event-stream',
          body: 'event: gap\nid: 9.9\ndata: {"from":3,"to":5}\n\n',
        }),
      );
      await page.getByRole('link', { name: 'Live', exact: true }).click();
      await page.getByText('3 events went by while this page was not connected').first().waitFor();
      // The stream has ended: it says so while it connects again.
      await page.getByText('Connecting again').waitFor();
    });
  });

  test('draws the rows in sight alone of 10,000 events, and keeps its place while more come', async () => {
    const { traffic } = running().workbench.live;
    const add = (count: number) => {
      for (let index = 0; index < count; index += 1) traffic.noted(`Event ${index}`);
    };
    add(10_000);
    await withPage('/live', {}, async (page) => {
      await page.locator('.live-count', { hasText: '10000 events' }).waitFor();
      expect(await page.locator('.live-row').count()).toBeLessThan(60);
      await page.getByRole('listbox').press('End');
      await page.locator('.live-row', { hasText: /^.*Event 0$/ }).waitFor();
      const frames = page.evaluate(FRAMES);
      add(5000);
      console.log(
        `Longest frame while 5,000 of 10,000 events are replaced: ${String(await frames)} times that of a page at rest.`,
      );
      expect(await page.locator('.live-row').count()).toBeLessThan(60);
    });
  });
});

/** The longest of the next frames, as a ratio to the longest of as many before. */
const FRAMES = `(async () => {
  const longest = async (count) => {
    let last = performance.now();
    let most = 0;
    for (let index = 0; index < count; index += 1) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      most = Math.max(most, now - last);
      last = now;
    }
    return most;
  };
  const rest = await longest(30);
  return ((await longest(60)) / rest).toFixed(1);
})()`;
