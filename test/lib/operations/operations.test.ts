import { describe, expect, test } from '@jest/globals';
import type { Bundle, PlainInputField } from 'zapier-platform-core';

import { fieldsByChoice } from '../../../lib/operations/made_fields.ts';
import { asSteps } from '../../../lib/operations/operations.ts';
import { remainingMs, STEP_TIME_LIMIT_MS, stepOf } from '../../../lib/http/step_context.ts';
import { LOCATION_ID, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

/** What a step finds of itself when it runs. */
function inspect(_z: unknown, bundle: Bundle) {
  const { labels, longestWait } = stepOf(bundle);
  return { inputData: bundle.inputData, labels, longestWait, remaining: remainingMs(bundle) };
}

const reasonFields: PlainInputField[] = [
  { key: 'reason', label: 'Reason', type: 'string', required: true },
];
const reasons = fieldsByChoice(reasonFields, (_field, { status }) => status === 'failed');

const { step, hook } = asSteps({
  step: {
    operation: {
      inputFields: [
        { key: 'status', label: 'Status', type: 'string', required: true },
        reasons,
        { key: 'urgent', label: 'Urgent', type: 'boolean' },
      ],
      perform: inspect,
    },
  },
  hook: {
    operation: { type: 'hook', inputFields: [], perform: inspect, performList: inspect },
  },
});

describe('A step', () => {
  test('runs with inputs as its fields say, their labels, and a deadline', async () => {
    const inputData = { status: ' failed ', urgent: 'yes', reason: '' };
    const found = await runMethod(step.operation.perform, { inputData });
    expect(found).toMatchObject({
      inputData: { status: 'failed', urgent: true },
      labels: { status: 'Status', reason: 'Reason', urgent: 'Urgent' },
      longestWait: 86_400,
    });
    expect(found).toHaveProperty('remaining', expect.closeTo(STEP_TIME_LIMIT_MS, -4));
  });

  test('demands its required fields by label, but not one that a choice may hide', async () => {
    expect(await failing(runMethod(step.operation.perform, {}))).toMatchObject({
      code: 'missing_input',
      message: expect.stringMatching(/^"Status" is empty/),
    });
    await expect(
      runMethod(step.operation.perform, { inputData: { status: 'failed' } }),
    ).resolves.toMatchObject({ inputData: { status: 'failed' } });
  });

  test("waits 300 seconds at most in a hook's perform, where Zapier allows no more", async () => {
    await expect(runMethod(hook.operation.perform)).resolves.toMatchObject({ longestWait: 300 });
    await expect(runMethod(hook.operation.performList)).resolves.toMatchObject({
      longestWait: 86_400,
    });
  });
});

test('Fields by choice show for their choice only, and stay readable as a whole', async () => {
  expect(await runMethod(reasons, { inputData: {} })).toEqual([]);
  expect(await runMethod(reasons, { inputData: { status: 'failed' } })).toEqual(reasonFields);
  expect(reasons.declared).toBe(reasonFields);
});

test('A bundle that nothing began is a step of its own: a hydrator', async () => {
  const bundle = { authData: { locationId: LOCATION_ID } };
  expect(remainingMs(bundle)).toBeGreaterThan(STEP_TIME_LIMIT_MS - 1000);
  await expect(runMethod(inspect)).resolves.toMatchObject({ labels: {} });
});
