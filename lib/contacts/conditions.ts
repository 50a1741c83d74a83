import type { Bundle, ZObject } from 'zapier-platform-core';

import { equalTo, inRange, type SearchFilter } from '../http/search_filters.ts';
import { stepOf } from '../http/step_context.ts';
import { bothOrNone } from '../inputs/alternatives.ts';
import { isSameName } from '../inputs/characters.ts';
import { readPeriod } from '../inputs/dates.ts';
import type { Contact } from './contacts.ts';
import { conditionsFor, type FieldFilter } from './field_filter.ts';
import {
  createdAfterField,
  createdBeforeField,
  lastAppointmentAfterField,
  lastAppointmentBeforeField,
  updatedAfterField,
  updatedBeforeField,
} from './list_fields.ts';
import { UNASSIGNED } from '../inputs/assignee.ts';

/** What many contacts are found by, in the words of the input fields. Dates are ISO 8601. */
export interface ContactFilters {
  query?: string;
  tag?: string[];
  assignedTo?: string;
  createdAfter?: string;
  createdBefore?: string;
  updatedAfter?: string;
  updatedBefore?: string;
  lastAppointmentAfter?: string;
  lastAppointmentBefore?: string;
  pipelineId?: string;
  pipelineStageId?: string;
  opportunityStatus?: string;
  workflowId?: string;
  source?: string;
  doNotDisturb?: boolean;
  companyName?: string;
  city?: string;
  state?: string;
  country?: string;
  field?: string;
  fieldValue?: string;
  secondField?: string;
  secondFieldValue?: string;
}

/** What HighLevel is asked for, and what its answer is looked through for. */
export interface ContactConditions {
  body: { query: string | undefined; filters?: object[] };
  holds: (entry: Contact) => boolean;
}

/**
 * The conditions under which a contact is one that a person asked for: all filters hold. One request
 * where a custom field is among them.
 *
 * @throws errors.Error for filters that nothing can match, or that are filled in by half
 */
export async function contactConditions(
  z: ZObject,
  bundle: Bundle,
  input: ContactFilters,
): Promise<ContactConditions> {
  const { query, tag = [], source, doNotDisturb } = input;
  const isUnassigned = input.assignedTo === UNASSIGNED;
  const assignedTo = isUnassigned ? undefined : input.assignedTo;
  const { companyName, city, state, country, workflowId } = input;
  const fields = await conditionsFor(z, bundle, fieldFiltersOf(bundle, input));
  const filters = [
    ...tag.map((name) => ({ field: 'tags', operator: 'contains', value: name.toLowerCase() })),
    ...equalTo({ assignedTo, source, dnd: doNotDisturb, companyName, city, state, country }),
    ...(isUnassigned ? [{ field: 'assignedTo', operator: 'not_exists' }] : []),
    ...equalTo({ activeWorkflows: workflowId }),
    ...withOpportunity(input),
    ...datesOf(input, bundle.meta.timezone),
    ...fields.map(({ filter }) => filter),
  ];
  return {
    body: { query, ...(filters.length > 0 && { filters }) },
    holds: (entry) =>
      // HighLevel's "contains" finds longer tags too.
      tag.every((name) => entry.tags.some((one) => isSameName(one, name))) &&
      (!isUnassigned || entry.assignedTo === null) &&
      fields.every(({ holds }) => holds(entry)),
  };
}

/** One opportunity must have all of it. */
function withOpportunity({ pipelineId, pipelineStageId, opportunityStatus }: ContactFilters) {
  const value = equalTo({ pipelineId, pipelineStageId, status: opportunityStatus });
  return value.length > 0 ? [{ field: 'opportunities', operator: 'nested', value }] : [];
}

function datesOf(input: ContactFilters, timezone: string | null | undefined): SearchFilter[] {
  const within = (
    field: string,
    [after, from]: [{ label: string }, string | undefined],
    [before, until]: [{ label: string }, string | undefined],
  ) => {
    const { startDate, endDate } = readPeriod(
      { label: after.label, time: from },
      { label: before.label, time: until },
      timezone,
    );
    return inRange(field, startDate?.toISOString(), endDate?.toISOString());
  };
  return [
    ...within(
      'dateAdded',
      [createdAfterField, input.createdAfter],
      [createdBeforeField, input.createdBefore],
    ),
    ...within(
      'dateUpdated',
      [updatedAfterField, input.updatedAfter],
      [updatedBeforeField, input.updatedBefore],
    ),
    ...within(
      'lastAppointment',
      [lastAppointmentAfterField, input.lastAppointmentAfter],
      [lastAppointmentBeforeField, input.lastAppointmentBefore],
    ),
  ];
}

/** The fields that a person chose freely, with their values. */
function fieldFiltersOf(
  bundle: Bundle,
  input: ContactFilters,
): (FieldFilter & { label: string })[] {
  const { labels } = stepOf(bundle);
  return (['field', 'secondField'] as const).flatMap((key) => {
    const valueKey = `${key}Value` as const;
    const [field, value, label] = [input[key], input[valueKey], labels[valueKey] ?? 'Value'];
    bothOrNone({ [labels[key] ?? 'Field']: field, [label]: value });
    return field !== undefined && value !== undefined ? [{ field, value, label }] : [];
  });
}
