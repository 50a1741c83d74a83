import type { Bundle, Trigger, ZObject } from 'zapier-platform-core';

import { choice } from '../../resources/choice.ts';
import { defineBeforeSubAccount, defineForConnection } from './sub_account_field.ts';
import { inForm, ofChosenSubAccount } from './chosen_sub_account.ts';
import type { Choice, ChoiceSource } from './choices.ts';

/**
 * A hidden trigger that feeds the dropdowns of fields made by a function: Zapier drops functions
 * inside `choices` there, and takes `dynamic: '<key>.id.name'` instead.
 */
export function defineListTrigger(key: string, noun: string, source: ChoiceSource): Trigger {
  return defineForConnection(listTrigger(key, noun, ofChosenSubAccount(source)));
}

/** The same of what an agency chooses before a sub-account, such as the sub-account. */
export function defineAgencyListTrigger(key: string, noun: string, source: ChoiceSource): Trigger {
  return defineBeforeSubAccount(listTrigger(key, noun, source));
}

/** It pages by number, so the source's own tokens wait in the cursor. */
function listTrigger(key: string, noun: string, source: ChoiceSource): Trigger {
  const perform = inForm(async (z: ZObject, bundle: Bundle): Promise<Choice[]> => {
    const token = bundle.meta.page > 0 ? await z.cursor.get() : undefined;
    if (bundle.meta.page > 0 && !token) return [];
    const { choices, next } = await source(z, bundle, token ?? undefined);
    await z.cursor.set(next ?? '');
    return choices;
  });
  return {
    key,
    noun,
    display: {
      label: `List of ${noun}s`,
      description: `Triggers when a dropdown of ${noun.toLowerCase()}s is opened.`,
      hidden: true,
    },
    operation: { type: 'polling', canPaginate: true, perform, ...choice.output },
  };
}
