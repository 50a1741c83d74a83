import { describe, expect, test } from '@jest/globals';

import type { CatalogEntry } from '../../../../workbench/api/catalog.ts';
import type { Page } from '../../../../workbench/browser/browser.ts';
import { running, withPage } from '../opened.ts';

/**
 * In the page: opens the form of an operation, fills in an example and tests it. The page's own observer
 * waits for each step, so that Playwright need not ask again and again, for hundreds of operations.
 *
 * @returns "success", or the class and sentence of the failure
 */
const testExample = ({ kind, key, label }: CatalogEntry) => `(async () => {
  const find = (selector) => document.querySelector(selector);
  const until = (look) =>
    new Promise((resolve) => {
      const again = () => {
        const found = look();
        if (!found) return;
        changes.disconnect();
        resolve(found);
      };
      const changes = new MutationObserver(again);
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      again();
    });
  const press = async (name) => {
    const isReady = (button) =>
      name.test(button.textContent.trim()) && !button.disabled && button.checkVisibility();
    const button = await until(() => [...document.querySelectorAll('main button')].find(isReady));
    button.click();
  };
  const before = find('h1');
  history.pushState(null, '', '/${kind}/${key}');
  dispatchEvent(new PopStateEvent('popstate'));
  await until(() => find('h1') !== before && find('h1')?.textContent === ${JSON.stringify(label)});
  const fields = await until(() => find('.panel .fields'));
  if (!fields.checkVisibility()) return 'The form is not visible.';
  await press(/^Fill in an example$/);
  await until(() => find('.said')?.textContent && find('.panel .fields[aria-busy="false"]'));
  await press(/^Test (step|search|trigger)$/);
  const result = await until(() => find('.run-result, .run-sentence'));
  const outcome = result.dataset.outcome ?? 'not run';
  return outcome === 'success'
    ? outcome
    : outcome + ': ' + find('.failure-sentence, .run-sentence').textContent;
})()`;

/** So many operations that only read stay below HighLevel's limit of requests. */
const MOST_BETWEEN_RESETS = 5;

/** Tests each operation in turn, on data that no earlier action has changed. @returns what failed or complained, by the operation's path */
async function testAll(
  page: Page,
  operations: readonly CatalogEntry[],
): Promise<Record<string, string>> {
  const { zapier } = running().workbench;
  const failed: Record<string, string> = {};
  let complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  let sinceReset = MOST_BETWEEN_RESETS;
  for (const operation of operations) {
    const path = `${operation.kind}.${operation.key}`;
    complaints = [];
    if (sinceReset === MOST_BETWEEN_RESETS) {
      await zapier.reset();
      sinceReset = 0;
    }
    sinceReset = operation.kind === 'creates' ? MOST_BETWEEN_RESETS : sinceReset + 1;
    const outcome = String(await page.evaluate(testExample(operation)));
    if (outcome !== 'success') failed[path] = outcome;
    if (complaints.length > 0) failed[path] = complaints.join('; ');
  }
  return failed;
}

describe('Every operation', () => {
  test('shows its form without an error, and its test runs or says why it cannot', async () => {
    const { operations } = running();
    expect(operations.length).toBeGreaterThan(100);
    // Of each form only what is in sight is painted.
    await withPage('/', { height: 100 }, async (page) => {
      await page.locator('.card').first().waitFor();
      // The example's email address is that of the contact's namesake.
      expect(Object.entries(await testAll(page, operations))).toEqual([
        ['creates.update_contact', expect.stringMatching(/does not allow duplicated contacts\.$/)],
      ]);
    });
  });
});
