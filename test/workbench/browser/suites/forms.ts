import { describe, expect, test } from '@jest/globals';

import type { FormState } from '../../../../workbench/api/form.ts';
import type { Page } from '../../../../workbench/browser/browser.ts';
import { fillExample, running, withForm, withNewPage } from '../opened.ts';

const PLACE = '/creates/send_message';
const message = (of: Page) => of.getByRole('textbox', { name: 'Message', exact: true });

describe('A form', () => {
  test('is kept by a reload, by going back and by going forward', () =>
    withForm(PLACE, {}, async (page) => {
      await message(page).fill('Kept');
      await page.reload();
      await page.locator('.fields').first().waitFor();
      expect(await message(page).inputValue()).toBe('Kept');
      await page.getByRole('link', { name: 'Catalog' }).click();
      await page.getByRole('searchbox').waitFor();
      await page.goBack();
      await page.locator('.fields').first().waitFor();
      expect(await message(page).inputValue()).toBe('Kept');
      await page.goForward();
      await page.getByRole('searchbox').waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
    }));

  test('shows the fields of a choice, and keeps what was typed', () =>
    withForm(PLACE, {}, async (page) => {
      await message(page).fill('Kept');
      await page.getByRole('combobox', { name: 'Channel', exact: true }).click();
      await page.getByRole('option', { name: /^Email/ }).click();
      await page.getByRole('textbox', { name: 'Subject' }).waitFor();
      expect(await message(page).inputValue()).toBe('Kept');
    }));

  test('is filled in with records of the account that is chosen then', () =>
    withNewPage(PLACE, {}, async (page) => {
      await page.locator('.fields').first().waitFor();
      const account = page.getByLabel('Account');
      const accounts = await account.locator('option').allTextContents();
      expect(accounts.length).toBeGreaterThan(1);
      const asked: string[] = [];
      await page.route('**/api/form/example', async (route) => {
        const { connection } = route.request().postDataJSON() as FormState; // The page posts so.
        asked.push(connection);
        if (asked.length === 1) await account.selectOption({ index: 1 });
        await route.continue();
      });
      await fillExample(page);
      const chosen = await account.inputValue();
      expect(asked).toEqual([running().connection, chosen]);
      expect(chosen).not.toBe(running().connection);
    }));

  test('opens from a link with what is filled in', () =>
    withForm(PLACE, {}, async (page) => {
      await message(page).fill('Linked: “ä”');
      await page.getByRole('button', { name: 'Copy link' }).click();
      const link = String(await page.evaluate('navigator.clipboard.readText()'));
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('.fields').first().waitFor();
      expect(await message(page).inputValue()).toBe('Linked: “ä”');
    }));

  test('has JSON in an editor, which says what is wrong and is filled and cleared with the rest', () =>
    withForm('/creates/api_request', {}, async (page) => {
      const body = page.getByRole('textbox', { name: 'Body' });
      await body.fill('{"name": ');
      await page.getByText(/^This is not JSON/).waitFor();
      await body.fill('{"name": "vip"}');
      await page.getByText(/^This is not JSON/).waitFor({ state: 'detached' });
      await page.reload();
      await page.locator('.cm-content', { hasText: '{"name": "vip"}' }).waitFor();
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.locator('.cm-placeholder').waitFor();
    }));
});
