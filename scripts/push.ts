// npm run push: packages the connector and uploads build/build.zip and build/source.zip to Zapier.
// What a version offers depends on whether it has the webhook relay.
// It uses your own login (`npx zapier-platform login`, or a deploy key in ZAPIER_DEPLOY_KEY).
// Arguments go to `zapier-platform upload`.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { toText } from '../resources/values.ts';
import { createCheckedPackage } from './check/checked-package.ts';
import { endUnpackaged } from './lib/package.ts';
import { readJsonObject, ROOT } from './lib/project.ts';
import { settingsOfVersion } from './lib/version-settings.ts';
import { runZapierCli } from './lib/zapier-cli.ts';

/** The ID of the integration, which `zapier-platform register` or `link` has written. */
function linkedId(): string | null {
  const path = resolve(ROOT, process.env['ZAPIER_CURRENT_APP_FILE'] ?? '.zapierapprc');
  return existsSync(path) ? toText(readJsonObject(path)['id']) : null;
}

/** Whether this version has the webhook relay at Zapier: `yes` or `no`. */
async function relayOf(version: string): Promise<string> {
  const settings = await settingsOfVersion(version);
  return settings.get('HOOK_RELAY_URL') ? 'yes' : 'no';
}

const OFFERS: Readonly<Record<string, string>> = {
  yes: 'HOOK_RELAY_URL is set for this version, so it offers the instant triggers. New Contact and New Conversation, which check every few minutes, are hidden.',
  no: 'HOOK_RELAY_URL is not set for this version, so the instant triggers and Send Message and Wait for Reply are hidden. To offer them, set it with zapier-platform env:set, then run npm run push again.',
};

const id = linkedId();
if (id !== null) {
  const { version: ownVersion } = readJsonObject(resolve(ROOT, 'package.json'));
  process.env['HAS_RELAY'] ||= await relayOf(String(ownVersion));
  console.log(OFFERS[process.env['HAS_RELAY']] ?? '');
  console.log('Packaging ...');
  const { version, buildBytes, buildSha256 } = await createCheckedPackage().catch(endUnpackaged);
  console.log(`Uploading version ${version}: ${buildBytes} bytes, SHA-256 ${buildSha256}`);
  // `upload` sends the archives as they lie in build/; `push` would build them again.
  const upload = await runZapierCli(['upload', ...process.argv.slice(2)], {
    cwd: ROOT,
    show: true,
  });
  process.exitCode = upload.code;
  if (upload.code === 0) {
    console.log(
      `Redirect URL for your HighLevel marketplace app: https://zapier.com/dashboard/auth/oauth/return/App${id}CLIAPI/`,
    );
  }
} else {
  console.error(
    [
      'This project is not connected to an integration in your Zapier account yet. Once per account:',
      '  npx zapier-platform login',
      '  npx zapier-platform register   for a new integration, or',
      '  npx zapier-platform link       for one that exists',
      'Then run npm run push again.',
    ].join('\n'),
  );
  process.exitCode = 1;
}
