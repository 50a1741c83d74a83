import { describe, expect, test } from '@jest/globals';

import { HOLE, thrownSentences } from '../../scripts/docs/thrown-sentences.ts';
import { headingOf, headings } from '../../scripts/docs/troubleshooting.ts';

const THROWN = thrownSentences();
const HEADINGS = headings();

describe('The troubleshooting page', () => {
  test('the sentences that the code can throw are found', () => {
    const sentences = THROWN.map(({ sentence }) => sentence);
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences).toEqual(
      expect.arrayContaining([
        // A constant, a condition, a function of another file, a class, and HighLevel's own reason.
        `"${HOLE}" must be one email address, such as name@example.com, and is ${HOLE}.`,
        "HighLevel's limit of requests a day, which all apps of this sub-account share, is reached.",
        'No message has the ID … in this sub-account.',
        'The connection to HighLevel was lost, so this step may or may not have worked.',
        `HighLevel refused this step: ${HOLE}`,
      ]),
    );
  });

  test('every sentence that the code can throw has its entry', () => {
    const without = THROWN.filter(({ sentence }) => !headingOf(sentence, HEADINGS));
    expect(
      without.map(
        ({ sentence, file }) =>
          `scripts/docs/troubleshooting-entries.ts lacks: ${sentence} (${file})`,
      ),
    ).toEqual([]);
  });

  test('every entry is of a sentence that the code can throw', () => {
    const used = new Set(THROWN.map(({ sentence }) => headingOf(sentence, HEADINGS)));
    const orphaned = HEADINGS.filter((heading) => !used.has(heading));
    expect(orphaned.map(({ says }) => says)).toEqual([]);
  });

  test('no message has two entries', () => {
    const said = HEADINGS.map(({ says }) => says);
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });
});
