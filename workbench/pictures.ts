// npm run pictures, second half: the screenshots of the workbench, and of the consent page.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackage } from '../scripts/lib/package.ts';
import { openBrowser, openProfile, openUrl, type Page } from './browser/browser.ts';
import { startWorkbench } from './server/workbench.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

await ensurePackage();
mkdirSync(FOLDER, { recursive: true });
const workbench = await startWorkbench({ port: 0 });
const browser = await openBrowser();
try {
  const profile = await openProfile(browser);
  const page = await profile.newPage();
  await openUrl(page, workbench.address, { width: 1280, height: 800 });
  await page.locator('.card').first().waitFor();
  await draw(page, 'workbench-catalog');
  await page.goto(`${workbench.origin}/creates/send_message`);
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.locator('.said', { hasText: /./ }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Test step' }).click();
  await page.locator('.run-result').waitFor();
  await page.waitForLoadState('networkidle');
  await draw(page, 'workbench-operation');
  await page.getByRole('tab', { name: /Requests/ }).click();
  await page.locator('.requests summary').first().click();
  await draw(page, 'workbench-run');
  await page.goto(`${workbench.origin}/triggers/new_inbound_message`);
  await page.getByRole('button', { name: 'Switch the Zap on' }).click();
  await page.getByText('The Zap is on').waitFor();
  await page.goto(`${workbench.origin}/highlevel`);
  await page.locator('.thread').first().waitFor();
  await page.getByRole('button', { name: 'Writes an SMS' }).click();
  await page.locator('.message-text', { hasText: 'Thursday' }).first().waitFor();
  await draw(page, 'workbench-highlevel');
  await page.goto(`${workbench.origin}/live`);
  await page.locator('.live-row', { hasText: 'Delivered' }).first().click();
  await page.locator('.cm-content').waitFor();
  await page.locator('button:enabled', { hasText: 'Stop the relay' }).waitFor();
  await draw(page, 'workbench-live');
  await page.goto(await consentUrl());
  await draw(page, 'consent-page');
} finally {
  await browser.close();
  await workbench.close();
}

async function draw(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`Drew docs/pictures/${name}.png`);
}

/** The consent page as the connector asks for it. */
async function consentUrl(): Promise<string> {
  const { authorizeUrl, clientId } = await workbench.zapier.sandbox.info();
  const url = new URL(authorizeUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', clientId);
  url.searchParams.set(
    'redirect_uri',
    'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/',
  );
  url.searchParams.set('state', 'picture');
  url.searchParams.set('scope', 'conversations.readonly conversations.write contacts.readonly');
  return url.href;
}
