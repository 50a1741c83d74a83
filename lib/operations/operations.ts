import type { Bundle, ZObject } from 'zapier-platform-core';

import { isAgency } from '../connection/location.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { plain } from '../http/errors.ts';
import { beginStep } from '../http/step_context.ts';
import { labelsOf } from '../inputs/inputs.ts';
import { refuseHints } from './choices.ts';
import { withSubAccountField } from './sub_account_field.ts';
import { type DeclaredInputs, declaredInputs, readStep } from './step_inputs.ts';

/** A hook's perform is repeated after 300 seconds at most. */
const HOOK_LONGEST_WAIT_SECONDS = 300;

interface Operation {
  operation: object;
}

/** Operations, each run as a step: a deadline, inputs as the fields say, labels. */
export function asSteps<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
): Operations {
  // The same operations under the same keys.
  return Object.fromEntries(
    Object.entries(operations).map(([key, entry]) => [key, asStep(entry)]),
  ) as Operations;
}

const STEP_METHODS = [
  'perform',
  'performResume',
  'performList',
  'performSubscribe',
  'performUnsubscribe',
];

type Perform = (z: ZObject, bundle: Bundle) => unknown;

function asStep<Kind extends Operation>(entry: Kind): Kind {
  const declared = 'inputFields' in entry.operation ? entry.operation.inputFields : undefined;
  const inputs = Array.isArray(declared) ? declaredInputs(declared) : undefined;
  const isHook = 'type' in entry.operation && entry.operation.type === 'hook';
  const methods: [string, unknown][] = Object.entries(entry.operation);
  const wrapped = methods
    .filter(([name]) => STEP_METHODS.includes(name))
    .map(([name, method]): [string, Perform] => [
      name,
      inStep(
        // Zapier's schema allows only functions of z and bundle under these names.
        method as Perform,
        {
          // A Zap is switched off, and a step goes on, whatever its inputs are.
          inputs: ['performUnsubscribe', 'performResume'].includes(name) ? undefined : inputs,
          // What ends a subscription asks HighLevel nothing.
          isOfSubAccount: name !== 'performUnsubscribe',
          isHookPerform: isHook && name === 'perform',
        },
      ),
    ]);
  return {
    ...entry,
    operation: { ...withSubAccountField(entry), ...Object.fromEntries(wrapped) },
  };
}

interface StepMethod {
  inputs: DeclaredInputs | undefined;
  isOfSubAccount: boolean;
  isHookPerform: boolean;
}

function inStep(perform: Perform, { inputs, isOfSubAccount, isHookPerform }: StepMethod): Perform {
  const labels = labelsOf(inputs?.fields ?? []);
  const act: Perform = async (z, bundle) => {
    if (inputs) {
      if (isAgency(bundle)) refuseHints(bundle.inputData, labels);
      bundle.inputData = await readStep(z, bundle, inputs);
    }
    return perform(z, bundle);
  };
  const run = isOfSubAccount ? inSubAccount(act) : act;
  return async (z, bundle) => {
    beginStep(bundle, {
      labels,
      ...(isHookPerform && { longestWait: HOOK_LONGEST_WAIT_SECONDS }),
    });
    try {
      return await run(z, bundle);
    } catch (error) {
      throw error instanceof Error ? plain(error) : error;
    }
  };
}
