import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { deletedOpportunity, opportunityItem } from '../../resources/opportunity.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { withoutGaps } from '../http/client.ts';
import { isSameName } from '../inputs/characters.ts';
import { changeOf, showsChange, type RememberedField } from '../hooks/previous.ts';
import { stageField, statusField } from './fields.ts';
import {
  contactFilterField,
  minimumValueField,
  ownerFilterField,
  pipelineFilterField,
  sourceFilterField,
} from './filter_fields.ts';
import * as hydrators from './hydrators.ts';
import { rawOpportunity, searchOpportunities, type SortField } from './opportunities.ts';

/** What the events of opportunities may be asked for. */
export const eventFilters = defineInputFields([
  pipelineFilterField,
  {
    ...stageField,
    dependsOn: ['pipelineId'],
    helpText: 'Only opportunities in this stage. Leave blank for any.',
  },
  {
    ...statusField,
    key: 'statuses',
    list: true,
    helpText: 'Only opportunities with one of these statuses. Leave blank for any.',
  },
  ownerFilterField,
  contactFilterField,
  sourceFilterField,
  minimumValueField,
]);

const BEFORE_HELP =
  'For opportunities created before this Zap was turned on, the first change does not trigger, because HighLevel does not say what it was before. Leave blank for any.';

/** The stage that an opportunity left. */
export const fromStageField = {
  ...stageField,
  key: 'fromStageId',
  label: 'From Stage',
  helpText: `Only opportunities that were in this stage before. ${BEFORE_HELP}`,
} as const;

/** The status that an opportunity had. */
export const fromStatusField = {
  ...statusField,
  key: 'fromStatus',
  label: 'From Status',
  helpText: `Only opportunities that had this status before. ${BEFORE_HELP}`,
} as const;

export interface EventFilters {
  pipelineId?: string;
  pipelineStageId?: string;
  statuses?: string[];
  assignedTo?: string;
  contactId?: string;
  source?: string;
  minimumValue?: number;
}

/** Whether a person asked for an opportunity. */
export function isAskedFor(
  entry: RecordOf<typeof deletedOpportunity>,
  filters: EventFilters,
): boolean {
  const { statuses, source, minimumValue } = filters;
  const isOf = (key: 'pipelineId' | 'pipelineStageId' | 'assignedTo' | 'contactId') =>
    filters[key] === undefined || filters[key] === entry[key];
  return (
    isOf('pipelineId') &&
    isOf('pipelineStageId') &&
    isOf('assignedTo') &&
    isOf('contactId') &&
    (statuses === undefined || statuses.includes(entry.status ?? '')) &&
    (source === undefined || isSameName(entry.source ?? '', source)) &&
    (minimumValue === undefined || (entry.monetaryValue ?? 0) >= minimumValue)
  );
}

/** Whether an event tells a change of one of these fields that was not told yet. */
export function changes(...fields: RememberedField[]): (event: RawRecord) => boolean {
  return (event) => fields.some((field) => changeOf(event, field).kind !== 'same');
}

/** Whether an event changed a field from this value; any change where no value is asked for. */
export function changedFrom(event: RawRecord, field: RememberedField, value?: string): boolean {
  const change = changeOf(event, field);
  return value === undefined || (change.kind === 'changed' && change.from === value);
}

/**
 * Whether an update is of an opportunity that is still there. One that shows no change may stand beside
 * a deletion of which the relay has not been told yet.
 */
export async function isThere(z: ZObject, event: RawRecord): Promise<boolean> {
  const opportunityId = toText(event['id']);
  if (opportunityId === null || showsChange(event)) return true;
  return (await rawOpportunity(z, opportunityId)) !== undefined;
}

/** An opportunity with pointers to its contact and to what the event left out. */
export function withPointers(z: ZObject, entry: RecordOf<typeof opportunityItem>) {
  return {
    ...withContact(z, entry),
    details: z.dehydrate(hydrators.opportunity, detailsPointer(entry)),
  };
}

/** What its details are fetched by, the IDs before the event among it, whose names they have. */
function detailsPointer(entry: RecordOf<typeof opportunityItem>) {
  const { id: opportunityId, previousStageId, previousPipelineId, previousAssignedTo } = entry;
  return {
    opportunityId,
    ...withoutGaps({ previousStageId, previousPipelineId, previousAssignedTo }),
  };
}

/** The same of an opportunity that was deleted: there is nothing left to fetch of it. */
export function withContact<Entry extends { contactId: string | null }>(z: ZObject, entry: Entry) {
  return { ...entry, contact: contactPointer(z, entry.contactId) };
}

const EXAMPLES = 20;

/** Opportunities for a test in the editor, the latest first. */
export function someOpportunities(sort: SortField) {
  return async (z: ZObject, bundle: Bundle<EventFilters & Record<string, unknown>>) => {
    const { pipelineId, pipelineStageId, statuses = [], assignedTo } = bundle.inputData;
    const { contactId, minimumValue } = bundle.inputData;
    const filters = { pipelineId, pipelineStageId, assignedTo, contactId, minimumValue };
    // HighLevel looks for one status at a time.
    const status = statuses.length === 1 ? statuses[0] : undefined;
    const request = { limit: EXAMPLES, sort };
    return (await searchOpportunities(z, bundle, { ...filters, status }, request)).rows;
  };
}
