import { describe, expect, test } from '@jest/globals';

import { RECIPES } from '../../../../recipes/index.ts';
import { openBeside, withPage } from '../opened.ts';

describe('Recipes', () => {
  test('are all listed, and found by words', async () => {
    await withPage('/recipes', {}, async (page) => {
      const links = page.locator('.recipe-link');
      await links.first().waitFor();
      expect(await links.count()).toBe(RECIPES.length);
      await page.getByRole('searchbox').fill('17hats');
      await page.getByRole('link', { name: 'Greet a new 17hats contact' }).click();
      await page.getByRole('heading', { level: 2, name: /17hats/ }).waitFor();
      expect(await links.count()).toBeLessThan(RECIPES.length);
    });
  });

  test('run step by step: the input before, the output after, and what is in HighLevel then', async () => {
    await withPage('/recipes/ask-and-book', {}, async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      const next = page.locator('.step-card[data-outcome="next"]');
      await next.filter({ hasText: 'Create or Update Contact' }).waitFor();
      await next.locator('.cm-content', { hasText: '"firstName"' }).waitFor();
      // A double click runs one step.
      await page.getByRole('button', { name: 'Run the next step' }).dblclick();
      await next.filter({ hasText: 'Send Message and Wait for Reply' }).waitFor();
      await page.locator('.step-card[data-outcome="done"]').nth(1).click();
      await page.getByText('Output', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Run to the end' }).click();
      await page.locator('.recipe-run[data-state="done"]').waitFor();
      await page.getByText('As expected').first().waitFor();
      expect(await page.getByText(/^\d+ expected$/).count()).toBe(0);
    });
  });

  test('say where a run stopped', async () => {
    await withPage('/recipes/missed-call-text-back', {}, async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('button', { name: 'Run to the end' }).click();
      await page.locator('.step-card[data-outcome="stopped"]').first().waitFor();
      await page.locator('.recipe-run[data-state="done"]').waitFor();
    });
  });

  test('say that a run has ended because another began', async () => {
    await withPage('/recipes/ask-and-book', {}, async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('button', { name: 'Run the next step' }).waitFor();
      const other = await openBeside(page.url());
      await other.getByRole('button', { name: 'Start' }).click();
      await other.getByRole('button', { name: 'Run the next step' }).waitFor();
      await page.getByRole('button', { name: 'Run the next step' }).click();
      await page.getByText('This run has ended, since another one began.').waitFor();
    });
  });
});
