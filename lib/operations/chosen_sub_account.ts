import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { isRecord, toList } from '../../resources/values.ts';
import { isOfAll, lacksSubAccount } from '../connection/location.ts';
import { PermissionError } from '../connection/permissions.ts';
import { nameOf } from '../connection/scopes.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { RepeatedError } from '../http/errors.ts';
import { isFixed } from '../inputs/choices.ts';
import { invalid } from '../inputs/refusal.ts';
import type { ChoiceSource } from './choices.ts';

/**
 * What a form shows of a sub-account: dropdowns, fields that its own lists make, and outputs. For an
 * agency they are those of the sub-account that the form names; until it names one, a dropdown says
 * so, and there are no fields. The same where the connection lacks the permission for a list.
 */

const HINT = 'Choose a Sub-Account first';

/** The lists of all sub-accounts differ; a name is looked up in that of each event. */
const HINT_OF_ALL = 'Enter a name: each sub-account has its own list';

function hintFor(bundle: Bundle): string {
  return isOfAll(bundle) ? HINT_OF_ALL : HINT;
}

/** What a list says that the connection has no permission for. */
function permissionHint({ scope }: PermissionError): string {
  return PERMISSION_HINT + (scope === undefined ? '' : NEEDS + nameOf(scope));
}

const PERMISSION_HINT = 'Reconnect HighLevel and leave all permissions ticked';
const NEEDS = ': the list needs ';

/** @throws errors.Error when a person chose such an entry, or it stayed when the list had others */
export function refuseHints(
  inputData: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
): void {
  for (const [key, value] of Object.entries(inputData)) {
    for (const entry of toList(value)) {
      const todo = typeof entry === 'string' ? whatToDoAbout(entry) : undefined;
      if (todo === undefined) continue;
      throw invalid(
        `"${labels[key] ?? 'A field'}" says "${String(entry)}", which is not a choice.`,
        todo,
      );
    }
  }
}

/** Undefined for what is no hint. */
function whatToDoAbout(entry: string): string | undefined {
  switch (entry.split(NEEDS)[0]) {
    case HINT:
      return 'Choose another entry of its list, now that "Sub-Account" is filled in.';
    case HINT_OF_ALL:
      return 'Enter the name as a custom value, or leave the field blank.';
    case PERMISSION_HINT:
      return 'Do so, and choose an entry of its list, or leave the field blank.';
    default:
      return undefined;
  }
}

/** The same dropdown of a hidden trigger. */
export function ofChosenSubAccount(source: ChoiceSource): ChoiceSource {
  return async (z, bundle, token) => {
    const page = (hint: string) => ({ choices: [{ id: hint, name: hint }] });
    if (lacksSubAccount(bundle)) return page(hintFor(bundle));
    try {
      return await source(z, bundle, token);
    } catch (error) {
      if (error instanceof PermissionError) return page(permissionHint(error));
      throw error;
    }
  };
}

type Fill = (z: ZObject, bundle: Bundle) => unknown;

/** What a form shows where it cannot ask HighLevel. */
interface Instead {
  withoutSubAccount: (bundle: Bundle) => unknown;
  withoutPermission: (error: PermissionError) => unknown;
}

/** The same input field. Fields that a choice brings ask HighLevel nothing. */
export function inputFieldOfSubAccount(field: unknown): unknown {
  if (typeof field === 'function') {
    return 'declared' in field
      ? field
      : filled(field, { withoutSubAccount: () => [], withoutPermission: noteOnPermission });
  }
  const choices = isRecord(field) ? field['choices'] : undefined;
  const perform = isRecord(choices) ? choices['perform'] : undefined;
  if (!isRecord(field) || typeof perform !== 'function' || isFixed(perform)) return field;
  const page = (hint: string) => ({ results: [{ id: hint, label: hint }], paging_token: null });
  const instead = {
    withoutSubAccount: (bundle: Bundle) => page(hintFor(bundle)),
    withoutPermission: (error: PermissionError) => page(permissionHint(error)),
  };
  return { ...field, choices: { perform: filled(perform, instead) } };
}

/** The same output field; where it cannot be asked for there is none. */
export function outputFieldOfSubAccount(field: unknown): unknown {
  const none = () => [];
  return typeof field === 'function'
    ? filled(field, { withoutSubAccount: none, withoutPermission: none })
    : field;
}

/** In place of the fields that a list of HighLevel's makes. */
function noteOnPermission(error: PermissionError): PlainInputField[] {
  const helpText = `More fields of your sub-account appear here. ${permissionHint(error)}.`;
  return [{ key: 'missing_permission', type: 'copy', helpText }];
}

/** The same function with all that it carries. */
function filled(declared: object, { withoutSubAccount, withoutPermission }: Instead): Fill {
  // Zapier calls it with z and bundle.
  const fill = declared as Fill;
  const ofSubAccount = inForm(
    inSubAccount(async (z, bundle) => {
      if (lacksSubAccount(bundle)) return withoutSubAccount(bundle);
      try {
        return await fill(z, bundle);
      } catch (error) {
        if (error instanceof PermissionError) return withoutPermission(error);
        throw error;
      }
    }),
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
