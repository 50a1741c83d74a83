import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the code says, on one line: literals that a sentence is put together from are joined. */
const SOURCE = ['lib', 'resources', 'creates', 'searches', 'triggers']
  .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT }))
  .concat('authentication.ts', 'middleware.ts')
  .map((path) => readFileSync(`${ROOT}${path}`, 'utf8'))
  .join('\n')
  .replaceAll(/['"`]\s*\+\s*['"`]/g, '')
  .replaceAll("\\'", "'");

/** Headings of what Zapier itself shows, or of what does not happen. */
const WITHOUT_SENTENCE = [/^Zapier asks to reconnect/, /^Conversation Started does not run/];

/** The first column of the table: the sentences that people look for. */
const SAID = readFileSync(`${ROOT}docs/troubleshooting.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split(' | ')[0]?.slice(2).trim() ?? '')
  .filter((said) => !WITHOUT_SENTENCE.some((pattern) => pattern.test(said)));

/** What sentences are put together from, which no source has in one piece. */
const JOINED =
  /…|\s\/\s|"…"|"Contact"|"Body"|"Send At"|CLIENT_ID|\(or another field\)|\bmust be\b|\d+ digits|This instant trigger|The webhook relay(?= could)|: …$/;

/** The words of a sentence that stand in the code as they are. */
function fixedParts(said: string): string[] {
  return said
    .split(JOINED)
    .map((part) =>
      part
        .trim()
        .replaceAll(/^[".,:]+|[".,:]+$/g, '')
        .trim(),
    )
    .filter((part) => part.split(' ').length > 2);
}

test('there are entries', () => {
  expect(SAID.length).toBeGreaterThan(30);
});

test.each(SAID)('the entry "%s" quotes what a step says', (said) => {
  expect(fixedParts(said).filter((part) => !SOURCE.includes(part))).toEqual([]);
});
