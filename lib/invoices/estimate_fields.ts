import { defineInputFields } from 'zapier-platform-core';

import { ESTIMATE_STATUSES } from '../../resources/estimate.ts';
import { contactFilterField } from '../contacts/fields.ts';
import { choicesFrom } from '../operations/choices.ts';
import { estimateChoices, estimateNamed } from './estimates.ts';

export const estimateField = {
  key: 'estimateId',
  label: 'Estimate',
  type: 'string',
  choices: choicesFrom(estimateChoices, estimateNamed),
  resource: 'estimate',
  search: 'find_estimate.id',
  helpText:
    'Choose an estimate, or map the ID, the number or the full name of one from an earlier step.',
} as const;

/** What estimates are searched by. */
export const estimateSearchFields = defineInputFields([
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText: "The estimate's number, such as `EST-7`, or words of its name.",
  },
  contactFilterField('estimates'),
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: ESTIMATE_STATUSES,
    helpText: 'Only estimates with this status. Leave blank for any.',
  },
]);

const { draft: _, ...REACHED } = ESTIMATE_STATUSES;

/** Which changes of estimates start a Zap. */
export const statusChangeFields = defineInputFields([
  {
    key: 'status',
    label: 'New Status',
    type: 'string',
    choices: REACHED,
    default: 'accepted',
    helpText: 'Only estimates that get this status. Clear it for every status except Draft.',
  },
  contactFilterField('estimates'),
]);
