import { stripVTControlCharacters } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { LocalZapier } from '../../local/index.ts';
import { agencyJob } from '../../scripts/start/agency-job.ts';
import { Narrator } from '../../scripts/start/narrator.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await LocalZapier.start({ relay: true, requestLog: false });
});

afterAll(() => zapier.close());

test('The run that `npm start -- --agency` shows works, and tells each step', async () => {
  const lines: string[] = [];
  const tell = new Narrator((line) => lines.push(line));
  await agencyJob(tell, zapier);
  expect(tell.steps).toBeGreaterThan(8);
  const shown = stripVTControlCharacters(lines.join('\n'));
  expect(shown).toContain('(2 sub-accounts)');
  expect(shown).toMatch(/says\W+The app of this connection is not installed in the sub-account/);
});
