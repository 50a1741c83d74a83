import { describe, expect, test } from '@jest/globals';

import type { CatalogEntry } from '../../../../workbench/api/catalog.ts';
import type { Page } from '../../../../workbench/browser/browser.ts';
import { fillExample, goTo, running, withPage } from '../opened.ts';

const TEST_BUTTON = /^Test (step|search|trigger)$/;

/** Fills in an example and tests it. @returns "success", or the class and sentence of the failure */
async function testExample(page: Page, { kind, key, label }: CatalogEntry): Promise<string> {
  await goTo(page, `/${kind}/${key}`);
  await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor();
  await page.locator('.panel .fields').first().waitFor();
  await fillExample(page);
  await page.getByRole('button', { name: TEST_BUTTON }).click();
  const result = page.locator('.run-result, .run-sentence').first();
  await result.waitFor();
  const outcome = await result.getAttribute('data-outcome');
  if (outcome === 'success') return outcome;
  return `${outcome ?? 'not run'}: ${await page.locator('.failure-sentence, .run-sentence').innerText()}`;
}

describe('Every operation', () => {
  test('shows its form without an error, and its test runs or says why it cannot', async () => {
    const { operations, workbench } = running();
    expect(operations.length).toBeGreaterThan(100);
    const failed: Record<string, string> = {};
    await withPage('/', {}, async (page) => {
      let complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      for (const operation of operations) {
        const path = `${operation.kind}.${operation.key}`;
        complaints = [];
        await workbench.zapier.reset();
        const outcome = await testExample(page, operation);
        if (outcome !== 'success') failed[path] = outcome;
        if (complaints.length > 0) failed[path] = complaints.join('; ');
      }
    });
    // The example's email address is that of the contact's namesake.
    expect(Object.entries(failed)).toEqual([
      ['creates.update_contact', expect.stringMatching(/does not allow duplicated contacts\.$/)],
    ]);
  });
});
