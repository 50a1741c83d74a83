import { describe, expect, test } from '@jest/globals';

import { withPage } from '../opened.ts';

describe('Back and forward keep', () => {
  test('what the catalog is searched for', async () => {
    await withPage('/', {}, async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search operations' });
      await search.fill('appointment');
      await page.getByRole('button', { name: 'Actions' }).click();
      await page.locator('a[href="/creates/book_appointment"]').click();
      await page.locator('.fields').first().waitFor();
      await page.goBack();
      await page.locator('.card').first().waitFor();
      expect(await search.inputValue()).toBe('appointment');
      await page.locator('[aria-pressed="true"]', { hasText: 'Actions' }).waitFor();
      await page.goForward();
      await page.locator('.fields').first().waitFor();
    });
  });

  test('which recipe is chosen', async () => {
    await withPage('/recipes', {}, async (page) => {
      const chosen = (title: string) =>
        page.locator('.recipe-link[aria-current="page"]', { hasText: title }).waitFor();
      const [first, second] = ['Put a 17hats lead in front', 'Greet a new 17hats contact'];
      await page.getByRole('link', { name: first }).click();
      await chosen(first);
      await page.getByRole('link', { name: second }).click();
      await chosen(second);
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await page.locator('.thread').first().waitFor();
      await page.goBack();
      await chosen(second);
      await page.goBack();
      await chosen(first);
      await page.goForward();
      await chosen(second);
    });
  });

  test('the filter of Live', async () => {
    await withPage('/live', {}, async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search events' });
      await search.fill('Inbound');
      await page.getByRole('button', { name: 'Failed', exact: true }).click();
      await page.getByRole('link', { name: 'Catalog', exact: true }).click();
      await page.locator('.card').first().waitFor();
      await page.goBack();
      await search.waitFor();
      expect(await search.inputValue()).toBe('Inbound');
      await page.locator('[aria-pressed="true"]', { hasText: 'Failed' }).waitFor();
      await page.goForward();
      await page.locator('.card').first().waitFor();
    });
  });
});
