import { beforeAll, describe, expect, test } from '@jest/globals';

import { EXCEPTIONS } from '../../scripts/check/exceptions.ts';
import { visible } from '../../scripts/check/integration.ts';
import { LIVE_CASES } from '../../scripts/check/live/cases.ts';
import { checkPackage, type CheckResult } from '../../scripts/check/run-checks.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let checked: CheckResult;

beforeAll(async () => {
  checked = await checkPackage(await sharedZapier({ relay: true }));
});

describe("Zapier's integration checks", () => {
  test('find nothing wrong with the packaged connector', () => {
    const found = checked.outcome.violations.map(({ operation, rule, field, message }) =>
      [operation, rule, field, message].filter(Boolean).join('  '),
    );
    expect(found).toEqual([]);
  });

  test("know Zapier's own rules, each under its number", () => {
    const numbers = checked.scope.ruleIds.filter((id) => /^[A-Z]\d{3}$/.test(id));
    const definition = Array.from({ length: 28 }, (_, index) => index + 1)
      .filter((number) => number !== 19 && number !== 20)
      .map((number) => `D${String(number).padStart(3, '0')}`);
    const rest = ['C001', 'C002', 'C003', 'T001', 'T002', 'T003', 'T004', 'T005', 'T006', 'Z001'];
    expect(numbers.sort()).toEqual([...definition, ...rest].sort());
  });

  test('run every operation that a person can choose', () => {
    expect(checked.scope.operations).toBe(visible(checked.integration).length);
    expect(checked.scope.operations).toBeGreaterThan(20);
  });

  test('know special cases of operations that exist', () => {
    const paths = checked.integration.operations.map(({ path }) => path);
    expect(Object.keys(LIVE_CASES).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('give a reason for each exception', () => {
    expect(EXCEPTIONS.filter(({ reason }) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });
});
