import type { Bundle, ZObject } from 'zapier-platform-core';

import { form } from '../../resources/form.ts';
import type { RecordOf } from '../../resources/define.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { FORMS, SURVEYS, type FormKind } from './kinds.ts';

/** HighLevel gives at most this many forms at once. */
const FORMS_PAGE = 50;

/** More forms than a sub-account has are not read in one step. */
const MOST_PAGES = 10;

async function formsPage(z: ZObject, bundle: Bundle, { plural }: FormKind, skip: number) {
  return callList(z, form, plural, {
    url: path`/${plural}/`,
    params: { locationId: locationOf(bundle), skip, limit: FORMS_PAGE },
  });
}

function choicesOf(kind: FormKind): ChoiceSource {
  return async (z, bundle, token = '0') => {
    const skip = Number(token);
    const found = await formsPage(z, bundle, kind, skip);
    const choices = found.map(({ id, name }) => ({
      id,
      name: name ?? `A ${kind.what} without a name`,
    }));
    const isLast = found.length < FORMS_PAGE;
    return isLast ? { choices } : { choices, next: String(skip + FORMS_PAGE) };
  };
}

export const formChoices = choicesOf(FORMS);

export const surveyChoices = choicesOf(SURVEYS);

/** Forms or surveys whose name contains the words, an exact match first. */
export async function findForms(z: ZObject, bundle: Bundle, kind: FormKind, name: string) {
  const found: RecordOf<typeof form>[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const forms = await formsPage(z, bundle, kind, page * FORMS_PAGE);
    found.push(...forms);
    if (forms.length < FORMS_PAGE) break;
  }
  return byName(found, name);
}
