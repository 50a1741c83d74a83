import { describe, expect, test } from '@jest/globals';

import { openBeside, running, withForm, withPage } from '../opened.ts';

describe('The local HighLevel', () => {
  test('shows a customer who writes in the inbox, and starts the Zap that is on', async () => {
    const { workbench } = running();
    await workbench.zapier.reset();
    await withForm('/triggers/new_inbound_message', {}, async (page) => {
      await page.getByRole('button', { name: 'Switch the Zap on' }).click();
      await page.getByText('The Zap is on').waitFor();
      const other = await openBeside(`${workbench.origin}/highlevel`);
      await other.getByLabel('Words of the message or call').fill('Do you open on Sundays?');
      await other.getByRole('button', { name: 'Writes an SMS' }).click();
      await other.locator('.message-text', { hasText: 'Do you open on Sundays?' }).waitFor();
      await page.getByRole('button', { name: 'Take the delivery' }).click();
      await page.locator('.record', { hasText: 'Do you open on Sundays?' }).waitFor();
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('button', { name: 'Switch the Zap on' }).waitFor();
    });
  });

  test('does what a customer does once, however often one clicks', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    await withPage('/highlevel', {}, async (page) => {
      await page.getByLabel('Words of the message or call').fill('Only once');
      await page.getByRole('button', { name: 'Writes an SMS' }).dblclick();
      await page.locator('.message-text', { hasText: 'Only once' }).waitFor();
      const messages = await zapier.sandbox.list('/state/messages');
      expect(messages.filter(({ body }) => body === 'Only once')).toHaveLength(1);
    });
  });

  test('lets calls fail as told, which a test shows as a person reads it, and switches all off', async () => {
    await running().workbench.zapier.reset();
    await withPage('/highlevel', {}, async (page) => {
      await page.getByRole('button', { name: /limit of requests/ }).click();
      await page.getByText('3 left').waitFor();
      const other = await openBeside(`${running().workbench.origin}/triggers/new_message`);
      await other.getByRole('button', { name: 'Test trigger' }).click();
      await other.locator('.run-result[data-outcome="ThrottledError"]').waitFor();
      expect(await other.locator('.failure').innerText()).toMatch(/tries the step again/);
      await page.getByRole('button', { name: 'Switch all off' }).click();
      await page.getByText('Nothing goes wrong now.').waitFor();
    });
  });

  test('moves its clock forward, and back with a reset', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    await withPage('/highlevel', {}, async (page) => {
      await page.getByRole('button', { name: '1 day' }).click();
      await page.getByText('It is 1 day later in HighLevel.').waitFor();
      const before = Date.now();
      await page.getByRole('button', { name: 'Writes an SMS' }).click();
      await page.getByText(/ wrote an SMS\.$/).waitFor();
      const messages = await zapier.sandbox.list('/state/messages');
      const latest = Math.max(...messages.map(({ dateAdded }) => Number(dateAdded)));
      expect(latest).toBeGreaterThan(before + 23 * 3_600_000);
      await page.getByRole('button', { name: 'Reset the data' }).click();
      await page.getByText('HighLevel has its first data again.').waitFor();
      await page.getByText('The clock is right.').waitFor();
    });
  });
});
