import { createHash } from 'node:crypto';

import TestSequencer from '@jest/test-sequencer';

/** With `--randomize`, the suites too come in an order that the seed decides. */
export default class extends TestSequencer {
  #seed;

  /** @param {import('@jest/test-sequencer').TestSequencerOptions} options */
  constructor(options) {
    super(options);
    const { randomize, seed } = options.globalConfig;
    this.#seed = randomize ? String(seed) : undefined;
  }

  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const seed = this.#seed;
    if (seed === undefined) return super.sort(tests);
    const rank = ({ path }) => createHash('sha256').update(`${seed} ${path}`).digest('hex');
    const ranked = tests.map((test) => [rank(test), test]);
    return ranked.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, test]) => test);
  }
}
