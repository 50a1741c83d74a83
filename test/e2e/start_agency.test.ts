import { stripVTControlCharacters } from 'node:util';

import { beforeAll, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { agencyJob } from '../../scripts/start/agency-job.ts';
import { Narrator } from '../../scripts/start/narrator.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
});

test('The run that `npm start -- --agency` shows works, and tells each step', async () => {
  const lines: string[] = [];
  const tell = new Narrator((line) => lines.push(line));
  await agencyJob(tell, zapier);
  expect(tell.steps).toBeGreaterThan(8);
  const shown = stripVTControlCharacters(lines.join('\n'));
  expect(shown).toContain('(2 sub-accounts)');
  expect(shown).toMatch(/says\W+The app of this connection is not installed in the sub-account/);
});
