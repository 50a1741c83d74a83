// Before the lanes that run build/build.zip: makes it, unless it is there and made of these sources, and
// an empty database for the relays that the tests start.
import { keepRelayDatabase } from '../../local/index.ts';
import { ensurePackage } from '../../scripts/lib/package.ts';

export default async function setup() {
  const { created, buildSha256 } = await ensurePackage();
  if (created) console.log(`\nPackaged build/build.zip for the tests (SHA-256 ${buildSha256}).`);
  await keepRelayDatabase();
}
