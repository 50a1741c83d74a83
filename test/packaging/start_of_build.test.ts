import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';

import { readPackage } from '../../scripts/lib/package.ts';
import { isStartTooSlow, startOfBuild } from '../../scripts/lib/start-of-build.ts';

const OF_A_SLOW_START = [
  '- Cleaning up temp files',
  '- Testing build',
  ' ›   Error: ',
  ' ›',
  ' ›   \u001b[90mre-run this command with `--debug` for more info\u001b[39m',
].join('\n');

const OF_A_MISSING_FILE = OF_A_SLOW_START.replace('Error: ', "Error: Cannot find module 'zod'");

describe('the start of what the Zapier CLI built', () => {
  test.each([
    ['an error without words', { code: 2, output: OF_A_SLOW_START }, true],
    ['an error that says what is wrong', { code: 2, output: OF_A_MISSING_FILE }, false],
    ['success', { code: 0, output: '- Testing build' }, false],
    ['an earlier error', { code: 2, output: '- Validating project\n ›   Error: ' }, false],
  ])('tells whether the start was too slow for the CLI: %s', (_, result, isSlow) => {
    expect(isStartTooSlow(result)).toBe(isSlow);
  });

  test('the package starts', async () => {
    await expect(startOfBuild(readFileSync(readPackage().buildZip))).resolves.toMatchObject({
      code: 0,
    });
  });

  test('says what fails of a package that does not', async () => {
    const zip = zipSync({
      'zapierwrapper.js': strToU8("import './missing.js';"),
      'package.json': strToU8('{"type":"module"}'),
    });
    await expect(startOfBuild(zip)).resolves.toMatchObject({
      code: 1,
      output: expect.stringContaining('missing.js'),
    });
  });
});
