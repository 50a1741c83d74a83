import { test } from '@jest/globals';

import { fillExample, goTo, running, withForm } from '../opened.ts';

test('Once the local HighLevel is gone, every page says so, and what to do', async () => {
  const { zapier } = running().workbench;
  await zapier.reset();
  await withForm('/searches/find_contact', {}, async (page) => {
    await fillExample(page);
    // For good: this suite is the last.
    await zapier.highLevel.close();
    const says = (where: string, sentence = 'The local HighLevel does not answer. Press Ctrl+C') =>
      page.locator(where, { hasText: sentence }).waitFor();
    await page.getByRole('button', { name: 'Test search' }).click();
    await says('.run-sentence');
    await goTo(page, '/creates/send_message');
    await says('.panel .failed');
    await goTo(page, '/highlevel');
    await says('.failed');
    await goTo(page, '/live');
    await says('.failed', 'The local HighLevel has stopped');
    await page.goto(running().workbench.origin);
    await says('.failed');
  });
});
