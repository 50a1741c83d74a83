import { toRecord, toText } from '../../resources/values.ts';
import { folded } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { listCustomFields } from '../locations/custom_fields.ts';
import {
  onlyOne,
  PAGE_SIZE,
  pageOf,
  type Choice,
  type ChoiceSource,
} from '../operations/choices.ts';
import { LONGEST_QUERY, searchOpportunities } from './opportunities.ts';

/** The opportunities of the sub-account, the latest first. */
export const opportunityChoices: ChoiceSource = async (z, bundle, token = '1') => {
  const page = Number(token);
  const { rows } = await searchOpportunities(z, bundle, {}, { limit: PAGE_SIZE, page });
  return pageOf(rows.flatMap(choiceOf), String(page + 1));
};

/** The one opportunity with a name, in any case. */
export const opportunityNamed: RecordFinder = async (z, bundle, typed, label) => {
  const query = typed.slice(0, LONGEST_QUERY);
  const { rows } = await searchOpportunities(z, bundle, { query }, { limit: PAGE_SIZE });
  const found = rows.filter(({ name }) => folded(toText(name) ?? '') === folded(typed));
  return onlyOne(found.flatMap(choiceOf), { what: 'opportunity', typed, label });
};

function choiceOf({ id, name, contact }: Readonly<Record<string, unknown>>): Choice[] {
  const opportunityId = toText(id);
  if (opportunityId === null) return [];
  const label = toText(name) ?? 'Opportunity without a name';
  const person = toText(toRecord(contact)['name']);
  return [{ id: opportunityId, name: person ? `${label} (${person})` : label }];
}

/** The custom fields of opportunities. */
export const opportunityFieldChoices: ChoiceSource = async (z, bundle) => {
  const fields = await listCustomFields(z, bundle, 'opportunity');
  return { choices: fields.map(({ id, name }) => ({ id, name: name ?? 'Field without a name' })) };
};
