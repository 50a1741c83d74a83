import type { Bundle, ZObject } from 'zapier-platform-core';

import { isRecord, toList } from '../../resources/values.ts';
import { isOfAll, lacksSubAccount } from '../connection/location.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { RepeatedError } from '../http/errors.ts';
import { isFixed } from '../inputs/choices.ts';
import { invalid } from '../inputs/refusal.ts';
import type { ChoiceSource } from './choices.ts';

/**
 * What a form shows of a sub-account: dropdowns, fields that its own lists make, and outputs. For an
 * agency they are those of the sub-account that the form names; until it names one, a dropdown says
 * so, and there are no fields.
 */

const HINT = 'Choose a Sub-Account first';

/** The lists of all sub-accounts differ; a name is looked up in that of each event. */
const HINT_OF_ALL = 'Enter a name: each sub-account has its own list';

function hintFor(bundle: Bundle): string {
  return isOfAll(bundle) ? HINT_OF_ALL : HINT;
}

/** @throws errors.Error when a person chose that entry, and it stayed when the sub-account was chosen */
export function refuseHints(
  inputData: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
): void {
  for (const [key, value] of Object.entries(inputData)) {
    const hint = toList(value).find((entry) => entry === HINT || entry === HINT_OF_ALL);
    if (hint === undefined) continue;
    throw invalid(
      `"${labels[key] ?? 'A field'}" says "${hint}", which is not a choice.`,
      hint === HINT
        ? 'Choose another entry of its list, now that "Sub-Account" is filled in.'
        : 'Enter the name as a custom value, or leave the field blank.',
    );
  }
}

/** The same dropdown of a hidden trigger. */
export function ofChosenSubAccount(source: ChoiceSource): ChoiceSource {
  return (z, bundle, token) =>
    lacksSubAccount(bundle)
      ? Promise.resolve({ choices: [{ id: hintFor(bundle), name: hintFor(bundle) }] })
      : source(z, bundle, token);
}

type Fill = (z: ZObject, bundle: Bundle) => unknown;

/** The same input or output field. Fields that a choice brings ask HighLevel nothing. */
export function fieldOfSubAccount(field: unknown): unknown {
  if (typeof field === 'function') {
    // Zapier calls it with z and bundle.
    return 'declared' in field ? field : filled(field as Fill, () => []);
  }
  const choices = isRecord(field) ? field['choices'] : undefined;
  const perform = isRecord(choices) ? choices['perform'] : undefined;
  if (!isRecord(field) || typeof perform !== 'function' || isFixed(perform)) return field;
  const hint = (bundle: Bundle) => ({
    results: [{ id: hintFor(bundle), label: hintFor(bundle) }],
    paging_token: null,
  });
  // Zapier calls it with z and bundle.
  return { ...field, choices: { perform: filled(perform as Fill, hint) } };
}

/** The same function with all that it carries. @param empty what there is without a sub-account */
function filled(fill: Fill, empty: (bundle: Bundle) => unknown): Fill {
  const ofSubAccount = inForm(
    inSubAccount((z, bundle) => (lacksSubAccount(bundle) ? empty(bundle) : fill(z, bundle))),
  );
  return Object.assign(ofSubAccount, fill);
}

/** The same function for an open form, which nothing fills again by itself. */
export function inForm<Result>(
  fill: (z: ZObject, bundle: Bundle) => Result | Promise<Result>,
): (z: ZObject, bundle: Bundle) => Promise<Result> {
  return async (z, bundle) => {
    try {
      return await fill(z, bundle);
    } catch (error) {
      throw error instanceof RepeatedError ? error.inForm() : error;
    }
  };
}
