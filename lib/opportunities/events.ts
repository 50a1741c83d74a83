import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { deletedOpportunity, opportunityItem } from '../../resources/opportunity.ts';
import type { RawRecord } from '../../resources/values.ts';
import { contactPointer } from '../contacts/index.ts';
import { changeOf, type RememberedField } from '../hooks/previous.ts';
import { ownerField, pipelineField, stageField, statusField } from './fields.ts';
import * as hydrators from './hydrators.ts';
import { searchOpportunities, type SortField } from './opportunities.ts';

/** What the events of opportunities may be asked for. */
export const eventFilters = defineInputFields([
  { ...pipelineField, helpText: 'Only opportunities in this pipeline. Leave blank for any.' },
  {
    ...stageField,
    dependsOn: ['pipelineId'],
    helpText: 'Only opportunities that are in this stage then. Leave blank for any.',
  },
  { ...statusField, helpText: 'Only opportunities with this status then. Leave blank for any.' },
  { ...ownerField, helpText: 'Only opportunities assigned to this user. Leave blank for any.' },
]);

export interface EventFilters {
  pipelineId?: string;
  pipelineStageId?: string;
  status?: string;
  assignedTo?: string;
}

/** Whether a person asked for an opportunity. */
export function isAskedFor(
  entry: Pick<RecordOf<typeof deletedOpportunity>, keyof EventFilters>,
  { pipelineId, pipelineStageId, status, assignedTo }: EventFilters,
): boolean {
  return (
    (pipelineId === undefined || entry.pipelineId === pipelineId) &&
    (pipelineStageId === undefined || entry.pipelineStageId === pipelineStageId) &&
    (status === undefined || entry.status === status) &&
    (assignedTo === undefined || entry.assignedTo === assignedTo)
  );
}

/** Whether an event tells a change of one of these fields that was not told yet. */
export function changes(...fields: RememberedField[]): (event: RawRecord) => boolean {
  return (event) => fields.some((field) => changeOf(event, field).kind !== 'same');
}

/** An opportunity with pointers to its contact and to what the event left out. */
export function withPointers(z: ZObject, entry: RecordOf<typeof opportunityItem>) {
  return {
    ...withContact(z, entry),
    details: z.dehydrate(hydrators.opportunity, { opportunityId: entry.id }),
  };
}

/** The same of an opportunity that was deleted: there is nothing left to fetch of it. */
export function withContact<Entry extends { contactId: string | null }>(z: ZObject, entry: Entry) {
  return { ...entry, contact: contactPointer(z, entry.contactId) };
}

const EXAMPLES = 20;

/** Opportunities for a test in the editor, the latest first. */
export function someOpportunities(sort: SortField) {
  return async (z: ZObject, bundle: Bundle<EventFilters & Record<string, unknown>>) =>
    (await searchOpportunities(z, bundle, bundle.inputData, { limit: EXAMPLES, sort })).rows;
}
