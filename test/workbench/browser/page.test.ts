import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Catalog, CatalogEntry } from '../../../workbench/api/catalog.ts';
import {
  axeFindings,
  openBrowser,
  openWorkbenchPage,
  type Browser,
  type Look,
  type Page,
} from '../../../workbench/browser/browser.ts';
import { openWorkbench, type OpenWorkbench } from '../workbench.ts';

let workbench: OpenWorkbench;
let browser: Browser;
let page: Page;
let operations: CatalogEntry[];
/** What the page wrote to its console as an error since the last look. */
let complaints: string[] = [];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([openWorkbench(), openBrowser()]);
  page = await openWorkbenchPage(browser, workbench.address);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const { cookie, origin } = workbench;
  const answer = await fetch(`${origin}/api/catalog`, { headers: { cookie } });
  // The catalog's route answers so.
  ({ operations } = (await answer.json()) as Catalog);
});

afterAll(async () => {
  await browser.close();
  await workbench.close();
});

/** Goes to a place inside the page, as a link in it does. */
async function goTo(place: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', '${place}'); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

async function openForm({ kind, key, label }: CatalogEntry): Promise<void> {
  await goTo(`/${kind}/${key}`);
  await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor();
  await page.locator('.panel .fields').first().waitFor();
}

const TEST_BUTTON = /^Test (step|search|trigger)$/;

/** Fills in an example and tests it. @returns "success", or the class and sentence of the failure */
async function testExample(): Promise<string> {
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.locator('.said', { hasText: /./ }).waitFor();
  await page.locator('.fields[aria-busy="false"]').first().waitFor();
  await page.getByRole('button', { name: TEST_BUTTON }).click();
  const result = page.locator('.run-result, .run-sentence').first();
  await result.waitFor();
  const outcome = await result.getAttribute('data-outcome');
  if (outcome === 'success') return outcome;
  return `${outcome ?? 'not run'}: ${await page.locator('.failure-sentence, .run-sentence').innerText()}`;
}

describe('Every operation', () => {
  test('shows its form without an error, and its test runs or says why it cannot', async () => {
    expect(operations.length).toBeGreaterThan(100);
    const failed: Record<string, string> = {};
    for (const operation of operations) {
      const path = `${operation.kind}.${operation.key}`;
      complaints = [];
      await workbench.zapier.reset();
      await openForm(operation);
      const outcome = await testExample();
      if (outcome !== 'success') failed[path] = outcome;
      if (complaints.length > 0) failed[path] = complaints.join('; ');
    }
    // The example's email address is that of the contact's namesake.
    expect(Object.entries(failed)).toEqual([
      ['creates.update_contact', expect.stringMatching(/does not allow duplicated contacts\.$/)],
    ]);
  });
});

/** A new profile with the form of Send Message in it. */
async function openSendMessage(look: Look = {}): Promise<Page> {
  const opened = await openWorkbenchPage(browser, workbench.address, look);
  await opened.goto(`${workbench.origin}/creates/send_message`);
  await opened.locator('.fields').first().waitFor();
  return opened;
}

const message = (of: Page) => of.getByRole('textbox', { name: 'Message', exact: true });

describe.each(['light', 'dark'] as const)('For everybody, in the %s theme', (theme) => {
  test.each(['catalog', 'form', 'result', 'highlevel'])(
    'axe finds nothing in the %s',
    async (place) => {
      const opened = await openWorkbenchPage(browser, workbench.address, { theme });
      if (place === 'highlevel') {
        await opened.goto(`${workbench.origin}/highlevel`);
        await opened.locator('.thread').first().waitFor();
      }
      if (place === 'form' || place === 'result') {
        await opened.goto(`${workbench.origin}/searches/find_messages`);
        await opened.locator('.fields').first().waitFor();
      }
      if (place === 'result') {
        await opened.getByRole('button', { name: 'Fill in an example' }).click();
        await opened.locator('.said', { hasText: /./ }).waitFor();
        await opened.getByRole('button', { name: 'Test search' }).click();
        await opened.locator('.run-result').waitFor();
        await opened.getByRole('tab', { name: /Requests/ }).click();
        await opened.locator('.requests summary').first().click();
      }
      expect(await axeFindings(opened)).toEqual([]);
      await opened.context().close();
    },
  );
});

describe('A form', () => {
  test('is kept by a reload, and by going back', async () => {
    const opened = await openSendMessage();
    await message(opened).fill('Kept');
    await opened.reload();
    await opened.locator('.fields').first().waitFor();
    expect(await message(opened).inputValue()).toBe('Kept');
    await opened.getByRole('link', { name: 'Catalog' }).click();
    await opened.getByRole('searchbox').waitFor();
    await opened.goBack();
    await opened.locator('.fields').first().waitFor();
    expect(await message(opened).inputValue()).toBe('Kept');
    await opened.context().close();
  });

  test('shows the fields of a choice, and keeps what was typed', async () => {
    const opened = await openSendMessage();
    await message(opened).fill('Kept');
    await opened.getByRole('combobox', { name: 'Channel', exact: true }).click();
    await opened.getByRole('option', { name: /^Email/ }).click();
    await opened.getByRole('textbox', { name: 'Subject' }).waitFor();
    expect(await message(opened).inputValue()).toBe('Kept');
    await opened.context().close();
  });

  test('fills a live dropdown, by keyboard alone', async () => {
    const opened = await openSendMessage();
    const contact = opened.getByRole('combobox', { name: 'Contact', exact: true });
    await contact.focus();
    await opened.keyboard.press('ArrowDown');
    await opened.locator('.combobox-item').first().waitFor();
    await opened.keyboard.press('ArrowDown');
    await opened.keyboard.press('Enter');
    expect(await contact.inputValue()).toMatch(/^\p{Lu}\p{L}+ \p{Lu}/u);
    await opened.context().close();
  });

  test('fits a screen of 320 pixels', async () => {
    const opened = await openSendMessage({ width: 320, height: 640 });
    expect(await opened.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await opened.context().close();
  });

  test('opens from a link with what is filled in', async () => {
    const opened = await openSendMessage();
    await message(opened).fill('Linked: “ä”');
    await opened.getByRole('button', { name: 'Copy link' }).click();
    const link = String(await opened.evaluate('navigator.clipboard.readText()'));
    await opened.getByRole('button', { name: 'Clear' }).click();
    await opened.goto('about:blank');
    await opened.goto(link);
    await opened.locator('.fields').first().waitFor();
    expect(await message(opened).inputValue()).toBe('Linked: “ä”');
    await opened.context().close();
  });
});

describe('HighLevel', () => {
  test('a customer who writes stands in the inbox, and starts the Zap that is on', async () => {
    await workbench.zapier.reset();
    const opened = await openWorkbenchPage(browser, workbench.address);
    await opened.goto(`${workbench.origin}/triggers/new_inbound_message`);
    await opened.locator('.fields').first().waitFor();
    await opened.getByRole('button', { name: 'Switch the Zap on' }).click();
    await opened.getByText('The Zap is on').waitFor();
    const other = await opened.context().newPage();
    await other.goto(`${workbench.origin}/highlevel`);
    await other.getByLabel('Words of the message or call').fill('Do you open on Sundays?');
    await other.getByRole('button', { name: 'Writes an SMS' }).click();
    await other.locator('.message-text', { hasText: 'Do you open on Sundays?' }).waitFor();
    await opened.getByRole('button', { name: 'Take the delivery' }).click();
    await opened.locator('.record', { hasText: 'Do you open on Sundays?' }).waitFor();
    await opened.getByRole('button', { name: 'Switch off' }).click();
    await opened.getByRole('button', { name: 'Switch the Zap on' }).waitFor();
    await opened.context().close();
  });
});

describe('A test', () => {
  test('of a double click sends once', async () => {
    await workbench.zapier.reset();
    const opened = await openSendMessage();
    await opened.getByRole('button', { name: 'Fill in an example' }).click();
    await opened.locator('.said', { hasText: /./ }).waitFor();
    await message(opened).fill('Once, however often one clicks');
    await opened.getByRole('button', { name: 'Test step' }).dblclick();
    await opened.locator('.run-result[data-outcome="success"]').waitFor();
    const sent = await workbench.zapier.sandbox.list('/state/messages');
    expect(sent.filter(({ body }) => body === 'Once, however often one clicks')).toHaveLength(1);
    await opened.context().close();
  });

  test('never runs what stands in a message', async () => {
    await workbench.zapier.reset();
    const attack =
      '<img src=x onerror="window.attacked = true"><script>window.attacked = true</script>';
    const { id } = await workbench.zapier.sandbox.record('contacts', { firstName: 'Anna' });
    await workbench.zapier.sandbox.post('/messages', { contactId: id, body: attack });
    const opened = await openWorkbenchPage(browser, workbench.address);
    await opened.goto(`${workbench.origin}/triggers/new_message`);
    await opened.getByRole('button', { name: 'Test trigger' }).click();
    await opened.locator('.value-text', { hasText: 'onerror' }).first().waitFor();
    expect(await opened.evaluate('window.attacked')).toBeUndefined();
    await opened.context().close();
  });
});
