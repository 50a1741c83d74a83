import { describe, expect, test } from '@jest/globals';

import type { RunView } from '../../../../workbench/api/run.ts';
import type { Page, Route } from '../../../../workbench/browser/browser.ts';
import {
  fillExample,
  goTo,
  isTooWide,
  rowOfNew,
  running,
  withAnswers,
  withForm,
  withNewPage,
  withPage,
} from '../opened.ts';

describe('A panel', () => {
  const MESSAGE = 'Something went wrong. Wait a moment, then try again.';
  const refuse = (route: Route) => route.fulfill({ status: 500, json: { message: MESSAGE } });

  test.each([
    { place: '/', api: '**/api/catalog', what: 'the integration', then: '.card' },
    { place: '/creates/send_message', api: '**/api/form', what: 'the form', then: '.fields' },
    { place: '/highlevel', api: '**/api/highlevel', what: 'the inbox', then: '.thread' },
    { place: '/recipes', api: '**/api/recipes', what: 'the recipes', then: '.recipe-link' },
  ])(
    'of $place says that it loads once that takes 300 ms, what went wrong and what to do, and can be tried again',
    async ({ place, api, what, then }) => {
      await running().workbench.zapier.reset();
      const asked: Route[] = [];
      let answer = (route: Route): unknown => asked.push(route);
      await withAnswers(
        place,
        api,
        (route) => answer(route),
        async (page) => {
          // The words alone, and seen: another part of the page may have loaded until just now.
          await page.locator('.loading', { hasText: new RegExp(`^Loading ${what} …$`) }).waitFor();
          expect(
            await page.evaluate(
              `getComputedStyle(document.querySelector('.loading')).animationDelay`,
            ),
          ).toBe('0.3s');
          answer = refuse;
          await Promise.all(asked.map(refuse));
          await page.getByText(MESSAGE).first().waitFor();
          expect(await page.locator('h1').count()).toBe(1);
          answer = (route) => route.abort();
          await page.getByRole('button', { name: 'Try again' }).click();
          await page
            .getByText('The workbench does not answer. Look at its terminal')
            .first()
            .waitFor();
          await page.unroute(api);
          await page.getByRole('button', { name: 'Try again' }).click();
          await page.locator(then).first().waitFor();
          await page.locator('.failed').first().waitFor({ state: 'detached' });
        },
      );
    },
  );

  test.each([
    {
      what: 'An event of Live',
      place: '/live',
      api: '**/api/live/body',
      open: async () => {
        const { sandbox } = running().workbench.zapier;
        const { id } = await sandbox.record('contacts', {
          firstName: 'Anna',
          lastName: 'Lindqvist',
        });
        const written = await rowOfNew('InboundMessage', () =>
          sandbox.post('/messages', { contactId: id, channel: 'SMS', body: 'Hello' }),
        );
        await written.click();
      },
      then: '.story .cm-content',
    },
    {
      what: 'A dropdown',
      place: '/creates/send_message',
      api: '**/api/form/choices',
      open: (page: Page) => page.getByRole('combobox', { name: 'Contact', exact: true }).click(),
      then: '.combobox-item',
    },
    {
      what: 'The checks',
      place: '/creates/send_message',
      api: '**/api/findings',
      open: (page: Page) => page.getByText('Zapier’s checks of this operation').click(),
      then: '.findings, .checks .soft',
    },
    {
      what: 'A test',
      place: '/triggers/new_message',
      api: '**/api/runs',
      open: (page: Page) => page.getByRole('button', { name: 'Test trigger' }).click(),
      again: 'Test trigger',
      then: '.run-result[data-outcome="success"]',
    },
  ])('$what says the server’s sentence, and can be tried again', async (panel) => {
    const { place, api, open, again = 'Try again', then } = panel;
    await running().workbench.zapier.reset();
    await withPage(place, {}, async (page) => {
      await page.route(api, refuse);
      await open(page);
      await page.getByText(MESSAGE).first().waitFor();
      expect(await page.locator('h1').count()).toBe(1);
      await page.unroute(api);
      await page.getByRole('button', { name: again }).click();
      await page.locator(then).first().waitFor();
      await page.getByText(MESSAGE).first().waitFor({ state: 'detached' });
    });
  });

  test('of a place says that its code was not loaded', async () => {
    await withNewPage('/nothing', {}, async (page) => {
      for (const [place, code] of [
        ['/highlevel', 'highlevel-page'],
        ['/creates/api_request', 'json-editor'],
      ] as const) {
        await page.route(`**/assets/${code}*`, (route) => route.abort());
        await goTo(page, '/nothing');
        await page.getByText('There is nothing here').waitFor();
        await goTo(page, place);
        await page.getByText('This was not loaded. Reload the page.').waitFor();
        expect(await page.locator('h1').count()).toBe(1);
      }
    });
  });

  test('says that the session has ended, wherever one is, and what was typed is still there', async () => {
    await withForm('/creates/send_message', {}, async (page) => {
      const message = page.getByRole('textbox', { name: 'Message', exact: true });
      await message.fill('Kept');
      await page.context().clearCookies();
      await page.getByRole('button', { name: 'Fill in an example' }).click();
      await page.getByRole('heading', { name: 'This session has ended' }).waitFor();
      await page.goto(running().workbench.address);
      await page.locator('.card').first().waitFor();
      await page.goto(`${running().workbench.origin}/creates/send_message`);
      await page.locator('.fields').first().waitFor();
      expect(await message.inputValue()).toBe('Kept');
    });
  });

  test('of Live says that the session has ended, once its stream is refused', async () => {
    await withNewPage('/nothing', {}, async (page) => {
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'Live', exact: true }).click();
      await page.getByRole('heading', { name: 'This session has ended' }).waitFor();
    });
  });

  test('of Live says that the local HighLevel is gone', async () => {
    await withPage('/nothing', {}, async (page) => {
      const state = { relay: 'running', highLevel: 'gone', hooks: 'takes', deadLetters: [] };
      await page.route('**/api/live/stream', (route) =>
        route.fulfill({
          contentType: 'text/event-stream',
          body: `event: state\nid: 0.0\ndata: ${JSON.stringify(state)}\n\n`,
        }),
      );
      await page.getByRole('link', { name: 'Live', exact: true }).click();
      await page.getByText('The local HighLevel has stopped').waitFor();
      await page.getByText('Nothing has happened yet').waitFor();
    });
  });

  test('takes 500 contacts, in a dropdown and in the inbox', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 500 });
    await withForm('/creates/send_message', {}, async (page) => {
      const contact = page.getByRole('combobox', { name: 'Contact', exact: true });
      await contact.click();
      await page.locator('.combobox-item').first().waitFor();
      await page.getByRole('button', { name: 'Load more' }).click();
      await page.locator('.combobox-item').nth(100).waitFor();
      expect(await isTooWide(page)).toBe(false);
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await page.locator('.thread').nth(90).waitFor();
      expect(await page.locator('.thread').count()).toBeLessThanOrEqual(100);
    });
  });

  test('of a dropdown stays open while what is below the list has the focus', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 150 });
    await withForm('/creates/send_message', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Contact', exact: true }).click();
      await page.locator('.combobox-item').first().waitFor();
      await page.getByRole('button', { name: 'Load more' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.combobox-item').nth(100).waitFor();
    });
  });

  test('takes 500 records in a result: all can be drawn, and the last one opened', async () => {
    await running().workbench.zapier.reset();
    await withForm('/triggers/new_message', {}, async (page) => {
      await page.route('**/api/runs', async (route) => {
        const response = await route.fetch();
        const { records, ...run } = (await response.json()) as RunView; // The route answers so.
        const many = Array.from({ length: 500 }, (_, index) => ({
          ...records?.[0],
          body: `Message ${index + 1}`,
        }));
        await route.fulfill({ response, json: { ...run, records: many } });
      });
      await page.getByRole('button', { name: 'Test trigger' }).click();
      // Among so many elements, the roles of all would be computed for each question.
      const more = page.locator('button', { hasText: 'Show more of the 500 records' });
      await more.waitFor();
      while (await more.isVisible()) await more.click();
      const records = page.locator('.record');
      expect(await records.count()).toBe(500);
      await records.last().locator('summary').click();
      await records.last().locator('.value-text', { hasText: 'Message 500' }).waitFor();
      const top = await page.evaluate(
        'document.querySelectorAll(".record")[499].getBoundingClientRect().top',
      );
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(860);
      expect(await isTooWide(page)).toBe(false);
    });
  });

  test('shows a long text in part, and whole on a click', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    const text = `Long ${'word '.repeat(3000)}end${'x'.repeat(500)}`;
    const { id } = await zapier.sandbox.record('contacts', {
      firstName: 'Anna',
      lastName: 'Lindqvist',
    });
    await zapier.sandbox.post('/messages', { contactId: id, channel: 'SMS', body: text });
    await withForm('/triggers/new_message', { width: 320, height: 640 }, async (page) => {
      await page.getByRole('button', { name: 'Test trigger' }).click();
      await page
        .getByRole('button', { name: /^Show all \d+ characters$/ })
        .first()
        .click();
      await page.locator('.value-text', { hasText: 'endxxx' }).waitFor();
      expect(await isTooWide(page)).toBe(false);
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await page.locator('.message-text', { hasText: 'endxxx' }).waitFor();
      expect(await isTooWide(page)).toBe(false);
    });
  });

  test('is empty in words: no operation, no record, no run', async () => {
    await running().workbench.zapier.reset();
    await withPage('/?q=nothing+of+the+kind', {}, async (page) => {
      await page.getByText('No operation contains all of these words.').waitFor();
    });
    await withForm('/searches/find_contact', {}, async (page) => {
      await page.getByText('Fill in the form and test the search.').waitFor();
      await fillExample(page);
    });
  });
});
