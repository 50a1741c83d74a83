import { describe, expect, test } from '@jest/globals';

import { outcomeOf } from '../../../scripts/verify/jest.ts';

const TEXT = Array.from({ length: 3000 }, (_, index) => `line ${index}`).join('\n');

function failedTest(title: string) {
  return {
    status: 'failed',
    ancestorTitles: ['add_note'],
    title,
    failureMessages: [`add_note > ${title}\n${TEXT}`],
  };
}

function suite(name: string, titles: string[], message = '') {
  return {
    name: `${process.cwd()}/test/${name}`,
    status: 'failed',
    message,
    assertionResults: titles.map(failedTest),
  };
}

const PASSED = { numPassedTests: 3, numFailedTests: 0, testResults: [] };

describe('what came of a run of jest', () => {
  test('is the sum of what passed', () => {
    expect(outcomeOf(PASSED, 0, '')).toEqual({
      passed: 3,
      failed: 0,
      summary: '3 passed',
      report: '',
    });
  });

  test('is a failure where a test was left out, or nothing ran, or the run did not end', () => {
    expect(outcomeOf({ ...PASSED, numPendingTests: 1, numTodoTests: 1 }, 0, '')).toMatchObject({
      passed: 3,
      failed: 2,
      report: '2 tests are skipped or still to be written.',
    });
    expect(outcomeOf({ ...PASSED, numPassedTests: 0 }, 0, 'No tests found')).toMatchObject({
      failed: 1,
      report: 'No tests found',
    });
    expect(outcomeOf(PASSED, 1, 'Jest did not exit')).toMatchObject({ passed: 3, failed: 1 });
  });

  test('names each failed test with the start of its message, and the command for the rest', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 2,
      numRuntimeErrorTestSuites: 1,
      testResults: [suite('a.test.ts', ['one', 'two']), suite('b.test.ts', [], 'No such module')],
    };
    const outcome = outcomeOf(report, 1, TEXT);
    expect(outcome).toMatchObject({ passed: 1, failed: 3 });
    expect(outcome.report).toMatch(/^✗ test\/a\.test\.ts\nadd_note › one\nline 0\n/);
    expect(outcome.report).toContain('✗ test/b.test.ts\nNo such module\n');
    expect(outcome.report).toContain('more lines');
    expect(outcome.report).toMatch(/npm run jest -- test\/a\.test\.ts test\/b\.test\.ts$/);
    expect(outcome.report.split('\n').length).toBeLessThan(50);
  });

  test('is short however many tests fail', () => {
    const titles = Array.from({ length: 500 }, (_, index) => `test ${index}`);
    const report = { numFailedTests: 500, testResults: [suite('a.test.ts', titles)] };
    const outcome = outcomeOf(report, 1, TEXT);
    expect(outcome.report).toContain('… and 490 more');
    expect(outcome.report.split('\n').length).toBeLessThan(200);
  });
});
