// npm run live: reads a real account, changes nothing, and writes down where its answers differ from
// the sandbox's. Off unless HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID are set.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './lib/project.ts';
import { compareWithSandbox } from './live/compare.ts';

const { HIGHLEVEL_TOKEN: token, HIGHLEVEL_LOCATION_ID: locationId } = process.env;
const url = process.env['HIGHLEVEL_API_URL'] ?? 'https://services.leadconnectorhq.com';

if (!token || !locationId) {
  console.log(
    'Nothing was read. To read a real account, set HIGHLEVEL_TOKEN (a private integration token) and HIGHLEVEL_LOCATION_ID (its sub-account). Nothing is changed there.',
  );
} else {
  const { isAsExpected, text } = await compareWithSandbox({ url, token, locationId });
  const file = join(ROOT, 'build', 'live.md');
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  writeFileSync(file, text);
  console.log(`${text}\nSaved to build/live.md.`);
  process.exitCode = isAsExpected ? 0 : 1;
}
