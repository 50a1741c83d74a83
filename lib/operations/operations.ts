import type { Bundle, ZObject } from 'zapier-platform-core';

import { inSubAccount, type InAll } from '../connection/sub_account.ts';
import { IN_ALL } from '../hooks/all_sub_accounts.ts';
import { plain, RecordGoneError } from '../http/errors.ts';
import { beginStep } from '../http/step_context.ts';
import { labelsOf } from '../inputs/inputs.ts';
import { refuseHints } from './chosen_sub_account.ts';
import { isBeforeSubAccount, withSubAccountField } from './sub_account_field.ts';
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
  return wrapped(operations, false);
}

/** The same for searches: one for a record that is gone finds nothing, and does not fail. */
export function asSearches<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
): Operations {
  return wrapped(operations, true);
}

function wrapped<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
  isSearch: boolean,
): Operations {
  // The same operations under the same keys.
  return Object.fromEntries(
    Object.entries(operations).map(([key, entry]) => [key, asStep(entry, isSearch)]),
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

function asStep<Kind extends Operation>(entry: Kind, isSearch: boolean): Kind {
  const declared = 'inputFields' in entry.operation ? entry.operation.inputFields : undefined;
  const inputs = Array.isArray(declared) ? declaredInputs(declared) : undefined;
  const isHook = 'type' in entry.operation && entry.operation.type === 'hook';
  const methods: [string, unknown][] = Object.entries(entry.operation);
  const steps = methods
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
          isOfSubAccount: name !== 'performUnsubscribe' && !isBeforeSubAccount(entry.operation),
          isHookPerform: isHook && name === 'perform',
          inAll: isHook ? inAllBy(name) : undefined,
          nothing: isSearch ? nothingFor(entry) : undefined,
        },
      ),
    ]);
  return {
    ...entry,
    operation: { ...withSubAccountField(entry), ...Object.fromEntries(steps) },
  };
}

interface StepMethod {
  inputs: DeclaredInputs | undefined;
  isOfSubAccount: boolean;
  isHookPerform: boolean;
  /** How it runs for all sub-accounts of an agency, where it can. */
  inAll: InAll<unknown> | undefined;
  /** What a search returns that finds nothing. */
  nothing: unknown;
}

function inStep(
  perform: Perform,
  { inputs, isOfSubAccount, isHookPerform, inAll, nothing }: StepMethod,
): Perform {
  const labels = labelsOf(inputs?.fields ?? []);
  const act: Perform = async (z, bundle) => {
    if (inputs) {
      refuseHints(bundle.inputData, labels);
      bundle.inputData = await readStep(z, bundle, inputs);
    }
    return nothing === undefined ? perform(z, bundle) : foundBy(perform, z, bundle, nothing);
  };
  const run = isOfSubAccount ? inSubAccount(act, inAll) : act;
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

function inAllBy(name: string): InAll<unknown> | undefined {
  return Object.entries(IN_ALL).find(([method]) => method === name)?.[1];
}

function nothingFor({ operation }: Operation): unknown {
  const isPaged = 'canPaginate' in operation && operation.canPaginate === true;
  return isPaged ? { results: [], paging_token: '' } : [];
}

/** What a search finds: nothing where the record is gone. */
async function foundBy(
  perform: Perform,
  z: ZObject,
  bundle: Bundle,
  nothing: unknown,
): Promise<unknown> {
  try {
    return await perform(z, bundle);
  } catch (error) {
    if (error instanceof RecordGoneError) return nothing;
    throw error;
  }
}
