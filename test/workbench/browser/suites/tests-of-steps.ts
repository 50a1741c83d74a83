import { describe, expect, test } from '@jest/globals';

import type { Page } from '../../../../workbench/browser/browser.ts';
import { fillExample, running, withForm } from '../opened.ts';

/** The text of the clipboard. */
async function clipboard(page: Page): Promise<string> {
  return String(await page.evaluate('navigator.clipboard.readText()'));
}

describe('A test of a step', () => {
  test('of a double click sends once', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    await withForm('/creates/send_message', {}, async (page) => {
      await fillExample(page);
      const text = 'Once, however often one clicks';
      await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text);
      await page.getByRole('button', { name: 'Test step' }).dblclick();
      await page.locator('.run-result[data-outcome="success"]').waitFor();
      const sent = await zapier.sandbox.list('/state/messages');
      expect(sent.filter(({ body }) => body === text)).toHaveLength(1);
    });
  });

  test('can be run again, and copied as a command for Zapier’s CLI', async () => {
    await withForm('/searches/find_contact', {}, async (page) => {
      await fillExample(page);
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.locator('.run-result').waitFor();
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.getByRole('group', { name: 'Runs, newest first' }).waitFor();
      await page.getByRole('button', { name: 'Copy as invoke command' }).click();
      await page.getByText('Copied', { exact: true }).waitFor();
      expect(await clipboard(page)).toMatch(
        /^npx zapier-platform invoke search find_contact -i '\{.*\}' --timezone \S+ --non-interactive$/,
      );
    });
  });

  test('shows each request with its status, without a token', async () => {
    await withForm('/searches/find_contact', {}, async (page) => {
      await fillExample(page);
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.getByRole('tab', { name: /Requests/ }).click();
      await page.locator('.requests summary').first().click();
      const shown = await page.locator('.request-detail').first().innerText();
      expect(shown).toMatch(/authorization: ••••••/i);
      expect(shown).not.toContain(running().workbench.zapier.authData['access_token']);
    });
  });

  test('fetches what a value points to on a click, and tells the cost', async () => {
    await running().workbench.zapier.reset();
    await withForm('/triggers/new_message', {}, async (page) => {
      await page.getByRole('button', { name: 'Test trigger' }).click();
      await page.locator('.run-result').waitFor();
      await page.getByRole('button', { name: 'Fetch it' }).first().click();
      await page
        .getByText(/^Cost \d+ requests?$/)
        .first()
        .waitFor();
    });
  });
});

describe('A Zap', () => {
  test('is polled twice: what came starts it once', async () => {
    await running().workbench.zapier.reset();
    await withForm('/triggers/new_message', {}, async (page) => {
      await page.getByRole('button', { name: 'Switch the Zap on' }).click();
      await page.getByText('The Zap is on').waitFor();
      await page.getByRole('button', { name: 'Let it happen in HighLevel' }).click();
      await page.getByRole('button', { name: 'Poll', exact: true }).click();
      await page.locator('.run-summary', { hasText: '1 of which starts the Zap' }).waitFor();
      await page.locator('.badge', { hasText: 'Starts the Zap' }).first().waitFor();
      await page.getByRole('button', { name: 'Poll', exact: true }).click();
      await page.locator('.run-summary', { hasText: '0 of which start the Zap' }).waitFor();
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('button', { name: 'Switch the Zap on' }).waitFor();
    });
  });
});
