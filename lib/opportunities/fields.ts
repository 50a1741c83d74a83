import { defineInputFields } from 'zapier-platform-core';

import { OPPORTUNITY_STATUSES } from '../../resources/opportunity.ts';
import { CUSTOM_GROUP } from '../locations/custom_field_form.ts';
import { choicesFrom, findByName } from '../operations/choices.ts';
import { userField } from '../users/fields.ts';
import { opportunityChoices, opportunityNamed } from './choices.ts';
import { lostReasonChoices, pipelineChoices, stageChoices, stageNamed } from './pipelines.ts';

export const opportunityField = {
  key: 'opportunityId',
  label: 'Opportunity',
  type: 'string',
  choices: choicesFrom(opportunityChoices, opportunityNamed),
  resource: 'opportunity',
  search: 'find_opportunity.id',
  helpText:
    'Choose an opportunity, or map an opportunity ID or the full name of one from an earlier step.',
} as const;

export const pipelineField = {
  key: 'pipelineId',
  label: 'Pipeline',
  type: 'string',
  choices: choicesFrom(pipelineChoices, findByName(pipelineChoices, 'pipeline')),
  resource: 'pipeline',
  helpText: "Choose a pipeline, or map a pipeline's ID or name from an earlier step.",
} as const;

/** A stage of the pipeline in `pipelineId`: a step that has it adds `dependsOn: ['pipelineId']`. */
export const stageField = {
  key: 'pipelineStageId',
  label: 'Stage',
  type: 'string',
  choices: choicesFrom(stageChoices, stageNamed),
  resource: 'pipeline_stage',
  search: 'find_pipeline_stage.id',
  helpText: "Choose a stage, or map a stage's ID or name from an earlier step.",
} as const;

export const statusField = {
  key: 'status',
  label: 'Status',
  type: 'string',
  choices: OPPORTUNITY_STATUSES,
} as const;

export const lostReasonField = {
  key: 'lostReasonId',
  label: 'Lost Reason',
  type: 'string',
  choices: choicesFrom(lostReasonChoices, findByName(lostReasonChoices, 'lost reason')),
  resource: 'lost_reason',
} as const;

export const ownerField = {
  ...userField,
  key: 'assignedTo',
  label: 'Assigned User',
} as const;

const valueField = {
  key: 'monetaryValue',
  label: 'Value',
  type: 'number',
  meta: { kind: 'amount' },
  helpText: 'A number, such as `2500` or `99.90`. Currency signs are ignored.',
} as const;

/** The headings of forms about an opportunity. */
export const OPPORTUNITY_GROUPS = [CUSTOM_GROUP];

/** What every step that writes takes beside the contact, the place and the name. */
export const detailFields = defineInputFields([
  valueField,
  { ...ownerField, helpText: 'The user who looks after the opportunity.' },
]);

/** What a step that creates takes besides. */
export const newFields = defineInputFields([
  {
    key: 'source',
    label: 'Source',
    type: 'string',
    helpText: 'Where the opportunity came from, such as `website form`.',
  },
  {
    key: 'ifExists',
    label: 'If One Already Exists',
    type: 'string',
    choices: { fail: 'Stop With an Error', return: 'Return It' },
    helpText:
      'Only for sub-accounts that allow one opportunity per contact: what to do if the contact has one already. Leave blank to stop with an error.',
  },
]);
