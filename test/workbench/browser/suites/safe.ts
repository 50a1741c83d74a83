import { describe, expect, test } from '@jest/globals';

import { textField } from '../../../../workbench/api/form.ts';
import { fillExample, rowOfNew, running, withForm, withNewPage, withPage } from '../opened.ts';

const ATTACK =
  '<img src=x onerror="window.attacked = true"><script>window.attacked = true</script>';

describe('What stands in HighLevel is never run', () => {
  test('as a message, in a result, in the inbox and in Live', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    const { id } = await zapier.sandbox.record('contacts', {
      firstName: 'Anna',
      lastName: 'Lindqvist',
    });
    const written = await rowOfNew('InboundMessage', () =>
      zapier.sandbox.post('/messages', { contactId: id, channel: 'SMS', body: ATTACK }),
    );
    await withForm('/triggers/new_message', {}, async (page) => {
      await page.getByRole('button', { name: 'Test trigger' }).click();
      await page.locator('.value-text', { hasText: 'onerror' }).first().waitFor();
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await page.locator('.message-text', { hasText: 'onerror' }).first().waitFor();
      await page.getByRole('link', { name: 'Live', exact: true }).click();
      await written.click();
      await page.locator('.cm-content', { hasText: 'onerror' }).waitFor();
      expect(await page.evaluate('window.attacked')).toBeUndefined();
    });
  });

  test('as a name, in a dropdown and in the inbox', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    const created = await zapier.create('upsert_contact', {
      firstName: ATTACK,
      email: 'attack@example.com',
    });
    await zapier.sandbox.post('/messages', {
      contactId: created['id'],
      channel: 'SMS',
      body: 'Hi',
    });
    await withForm('/creates/send_message', {}, async (page) => {
      await page.getByRole('combobox', { name: 'Contact', exact: true }).fill('onerror');
      await page.locator('.combobox-item', { hasText: 'onerror' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'HighLevel', exact: true }).click();
      await page.locator('.thread-name', { hasText: 'onerror' }).first().waitFor();
      expect(await page.evaluate('window.attacked')).toBeUndefined();
    });
  });

  test('as a file: its name is shown, its HTML is no page', async () => {
    await running().workbench.zapier.reset();
    await withForm('/creates/upload_attachment', {}, async (page) => {
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles({
          name: '<img src=x onerror=attacked=1>.html',
          mimeType: 'text/html',
          buffer: Buffer.from(`<script>opener.attacked = true</script>`),
        });
      await page.locator('.file-input input').first().waitFor();
      await page.locator('.file-input a').first().waitFor();
      expect(await page.evaluate('window.attacked')).toBeUndefined();
    });
  });

  test('as help text: HTML in it is text, and no other kind of link leads anywhere', async () => {
    await withPage('/', {}, async (page) => {
      const field = {
        ...textField('a', ATTACK),
        isRequired: true,
        helpText: `${ATTACK} [link](javascript:attacked=1) ![image](http://example.com/x.png)`,
      };
      await page.route('**/api/form', (route) =>
        route.fulfill({ json: { fields: [field], groups: [] } }),
      );
      await page.locator('.card').first().click();
      await page.locator('.field-help', { hasText: 'onerror' }).waitFor();
      expect(await page.locator('.field-help a, .field-help img, .field-help script').count()).toBe(
        0,
      );
      expect(await page.evaluate('window.attacked')).toBeUndefined();
    });
  });
});

test('A script that is put into the page does not run: its policy forbids it', async () => {
  const { origin } = running().workbench;
  await withNewPage('/nothing', {}, async (page) => {
    const opened = async (headers: (sent: Record<string, string>) => Record<string, string>) => {
      await page.route(`${origin}/`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('</body>', `${ATTACK}</body>`);
        await route.fulfill({ response, body, headers: headers(response.headers()) });
      });
      await page.goto(`${origin}/`);
      await page.locator('img[src="x"]').waitFor({ state: 'attached' });
      await page.waitForLoadState('load');
      await page.unroute(`${origin}/`);
      return page.evaluate('window.attacked');
    };
    expect(await opened((sent) => sent)).toBeUndefined();
    // Without the policy it would.
    expect(await opened((sent) => ({ ...sent, 'content-security-policy': '' }))).toBe(true);
  });
});

test('The token is neither in the address bar nor in the history once the page is open', async () => {
  const { workbench, devtools } = running();
  const { address, origin } = workbench;
  await withPage('/nothing', {}, async (page) => {
    await page.goto(address);
    await page.locator('.card').first().waitFor();
    expect(page.url()).toBe(`${origin}/`);
    const { entries } = await devtools.send('Page.getNavigationHistory');
    expect(entries.map(({ url }) => url)).toContain(`${origin}/`);
    expect(JSON.stringify(entries)).not.toContain('token');
  });
});

describe('Nothing leaves the machine', () => {
  test('to open a file of a result: the workbench fetches it', async () => {
    const { zapier } = running().workbench;
    await zapier.reset();
    const { id } = await zapier.sandbox.record('contacts', {
      firstName: 'Anna',
      lastName: 'Lindqvist',
    });
    await zapier.sandbox.post('/messages', {
      contactId: id,
      channel: 'Call',
      call: { duration: 75, status: 'completed', recordingSeconds: 2 },
    });
    await withForm('/searches/find_recording', {}, async (page) => {
      // The example is the latest call.
      await fillExample(page);
      await page.getByRole('button', { name: 'Test search' }).click();
      await page.getByRole('button', { name: 'Fetch it' }).first().click();
      const link = page.locator('.pointer a').first();
      await link.waitFor();
      const place = (await link.getAttribute('href')) ?? '';
      expect(place).toMatch(/^\/api\/files\?url=http%3A%2F%2F127\.0\.0\.1/);
      const { cookie, origin } = running().workbench;
      const file = await fetch(origin + place, { headers: { cookie } });
      expect(file.headers.get('content-type')).toMatch(/^audio\//);
      expect(file.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/);
      const elsewhere = `${origin}/api/files?url=${encodeURIComponent('http://example.com/a.png')}`;
      expect((await fetch(elsewhere, { headers: { cookie } })).status).toBe(403);
    });
  });

  test('not a single request of all pages that were opened went elsewhere', () => {
    expect(running().strayRequests).toEqual([]);
  });
});
