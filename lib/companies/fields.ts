import { defineInputFields } from 'zapier-platform-core';

import { emailField, wholePhoneField } from '../inputs/reach_fields.ts';
import { choicePage, choicesFrom, type ChoiceSource, findByName } from '../operations/choices.ts';
import { placeFields, websiteField } from '../inputs/common_fields.ts';
import { inGroup } from '../operations/groups.ts';
import { companiesPage } from './companies.ts';

/** The companies of the sub-account, in HighLevel's own order. */
const companyChoices: ChoiceSource = async (z, bundle, token) => {
  const page = await companiesPage(z, bundle, token);
  const choices = page.companies.map(({ id, name, email }) => ({
    id,
    name: name ?? email ?? 'Company without a name',
  }));
  return choicePage(choices, page.next);
};

export const companyField = {
  key: 'companyId',
  label: 'Company',
  type: 'string',
  choices: choicesFrom(companyChoices, findByName(companyChoices, 'company')),
  resource: 'company',
  search: 'find_company.id',
  helpText: 'Choose a company, or map the ID or full name of one from an earlier step.',
} as const;

const ADDRESS_GROUP = { key: 'addressGroup', label: 'Address' } as const;

/** The headings of forms about a company. */
export const COMPANY_GROUPS = [ADDRESS_GROUP];

/** What HighLevel keeps of a company beside its name. */
export const companyDetailFields = defineInputFields([
  emailField,
  wholePhoneField,
  websiteField,
  { key: 'description', label: 'Description', type: 'text' },
  ...inGroup(ADDRESS_GROUP, [
    { key: 'address', label: 'Street Address', type: 'string' },
    ...placeFields,
  ]),
]);
