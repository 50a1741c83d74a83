import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { savedOpportunity, updatedOpportunity } from '../../resources/opportunity.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { customValuesIn } from '../../resources/custom_values.ts';
import { locationOf } from '../connection/location.ts';
import { send, withoutGaps } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { path } from '../http/path.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { quoted } from '../inputs/characters.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import {
  customFieldValues,
  unsavedFields,
  type CustomFieldValue,
} from '../locations/custom_field_form.ts';
import { deleteAt } from '../records/records.ts';
import { readLists, type Lists } from './names.ts';
import { opportunityIn, rawOpportunity } from './opportunities.ts';
import { placeIn, type PlaceInput } from './pipelines.ts';

/** What steps write of an opportunity, in the words of lib/opportunities/fields.ts. */
export interface OpportunityInput extends PlaceInput {
  contactId?: string;
  name?: string;
  status?: string;
  monetaryValue?: number;
  assignedTo?: string;
  source?: string;
  /** Custom fields, by the keys of their input fields. */
  [custom: string]: unknown;
}

/** The properties that HighLevel takes, without those of which nothing is given. */
function bodyOf(input: OpportunityInput): RawRecord {
  const { contactId, name, pipelineId, pipelineStageId } = input;
  const { status, monetaryValue, assignedTo, source } = input;
  return withoutGaps({
    contactId,
    name,
    pipelineId,
    pipelineStageId,
    status,
    monetaryValue,
    assignedTo,
    source,
  });
}

/** What a step does where the sub-account allows one opportunity per contact and there is one. */
export type IfExists = 'fail' | 'return';

/**
 * Creates an opportunity, open and in the first stage of its pipeline if not said otherwise.
 *
 * @throws errors.Error that names the existing opportunity where the sub-account forbids a second one
 */
export async function createOpportunity(
  z: ZObject,
  bundle: Bundle,
  input: OpportunityInput & { pipelineId: string },
  ifExists: IfExists = 'fail',
) {
  const lists = await readLists(z, bundle, { users: true, lostReasons: ifExists === 'return' });
  const customFields = customFieldValues(input);
  const response = await send(z, {
    method: 'POST',
    url: '/opportunities/',
    body: {
      locationId: locationOf(bundle),
      status: 'open',
      ...bodyOf({ ...input, ...placeIn(lists.pipelines, input) }),
      customFields: customFields.length > 0 ? customFields : undefined,
    },
    expected: [400],
  });
  if (response.status < 400) return saved(bundle, lists, opportunityIn(response.data), true);
  const existingId = existingIn(response.data);
  if (existingId === null) throwFailure(response, bundle);
  const existing = await rawOpportunity(z, existingId);
  if (existing && ifExists === 'return') return saved(bundle, lists, existing, false);
  throw duplicate(lists, existing);
}

/** The opportunity that is in the way, by the answer of a refusal; null for another refusal. */
function existingIn(data: unknown): string | null {
  const { code, meta } = toRecord(data);
  return code === 'OPPORTUNITY_NO_DUPLICATE' ? (toText(toRecord(meta)['existingId']) ?? '') : null;
}

function duplicate({ named }: Lists, existing: RawRecord | undefined): Error {
  const { name, stageName, pipelineName, status } = named(existing ?? {});
  const which = existing
    ? `${quoted(toText(name) ?? 'without a name')} (${[stageName, pipelineName, status]
        .map(toText)
        .filter(Boolean)
        .join(', ')})`
    : '';
  return new errors.Error(
    `The contact already has an opportunity${which && `, ${which}`}, and your sub-account allows one per contact. ` +
      'To change it, use Create or Update Opportunity. To use it as it is, set "If One Already Exists" to Return It. ' +
      'To allow several, change the opportunity settings in HighLevel.',
    'duplicate_opportunity',
    400,
  );
}

/**
 * Creates an opportunity, or changes the one that the contact has in the pipeline. Custom fields go in
 * a second request, together with those that the opportunity has already.
 */
export async function upsertOpportunity(
  z: ZObject,
  bundle: Bundle,
  input: OpportunityInput & { pipelineId: string },
) {
  const lists = await readLists(z, bundle);
  const place = input.pipelineStageId === undefined ? {} : placeIn(lists.pipelines, input);
  const { data } = await send(z, {
    method: 'POST',
    url: '/opportunities/upsert',
    // HighLevel's specification demands followers; what it answers to is the contact.
    body: { locationId: locationOf(bundle), ...bodyOf({ ...input, ...place }) },
  });
  const isNew = toRecord(data)['new'];
  const raw = opportunityIn(data);
  const written = customFieldValues(input);
  const opportunityId = toText(raw['id']);
  if (written.length === 0 || opportunityId === null) return saved(bundle, lists, raw, isNew);
  const customFields = merged(await existing(z, opportunityId), written);
  return saved(bundle, lists, await put(z, opportunityId, { customFields }), isNew);
}

/**
 * Changes an opportunity; what is not given stays.
 *
 * @throws errors.Error when nothing is given, for an opportunity that is gone where it had to be read,
 *   and what `placeIn` throws
 */
export async function updateOpportunity(
  z: ZObject,
  bundle: Bundle,
  opportunityId: string,
  input: OpportunityInput,
) {
  const written = customFieldValues(input);
  const changes = bodyOf(input);
  if (Object.keys(changes).length + written.length === 0) {
    throw nothingToChange({ besides: 'Opportunity' });
  }
  // The opportunity's own custom fields, or its stage, decide what is sent.
  const isReadFirst = written.length > 0 || Boolean(input.pipelineId && !input.pipelineStageId);
  const [lists, current] = await Promise.all([
    readLists(z, bundle),
    isReadFirst ? existing(z, opportunityId) : undefined,
  ]);
  const isThere = current !== undefined && current['pipelineId'] === input.pipelineId;
  const place = isThere && !input.pipelineStageId ? {} : placeIn(lists.pipelines, input);
  const body = {
    ...bodyOf({ ...input, ...place }),
    ...(written.length > 0 && { customFields: merged(current, written) }),
  };
  return updated(bundle, lists, await put(z, opportunityId, body));
}

/** Marks an opportunity (a deal) as won, lost, abandoned or open. To move it to another stage, use Move Opportunity to Stage. */
export async function changeStatus(
  z: ZObject,
  bundle: Bundle,
  {
    opportunityId,
    status,
    lostReasonId,
  }: { opportunityId: string; status: string; lostReasonId?: string },
) {
  if (lostReasonId !== undefined && status !== 'lost') {
    throw invalid(
      'A "Lost Reason" is for the status Lost only.',
      'Clear "Lost Reason", or set "Status" to Lost.',
    );
  }
  const lists = await readLists(z, bundle);
  await send(z, {
    method: 'PUT',
    url: path`/opportunities/${opportunityId}/status`,
    body: { status, lostReasonId },
    mayBeEmpty: true,
  });
  return updated(bundle, lists, await existing(z, opportunityId));
}

/** Deletes an opportunity; its contact stays. */
export async function deleteOpportunity(z: ZObject, opportunityId: string): Promise<void> {
  await deleteAt(z, path`/opportunities/${opportunityId}`);
}

async function existing(z: ZObject, opportunityId: string): Promise<RawRecord> {
  const raw = await rawOpportunity(z, opportunityId);
  if (raw) return raw;
  throw notFound({ what: 'opportunity', label: 'Opportunity', id: opportunityId });
}

async function put(z: ZObject, opportunityId: string, body: RawRecord): Promise<RawRecord> {
  const url = path`/opportunities/${opportunityId}`;
  return opportunityIn((await send(z, { method: 'PUT', url, body })).data);
}

/** The custom fields that an opportunity has and those that are written: HighLevel replaces the whole list. */
function merged(
  current: RawRecord | undefined,
  written: readonly CustomFieldValue[],
): CustomFieldValue[] {
  const kept = Object.entries(customValuesIn(current?.['customFields'])).flatMap(([id, value]) =>
    value === undefined || value === null || written.some((field) => field.id === id)
      ? []
      : [{ id, field_value: value }],
  );
  return [...kept, ...written];
}

function saved(bundle: Bundle, lists: Lists, raw: RawRecord, isNew: unknown) {
  return savedOpportunity.parse({ ...answered(bundle, lists, raw, isNew !== false), new: isNew });
}

function updated(bundle: Bundle, lists: Lists, raw: RawRecord) {
  return updatedOpportunity.parse(answered(bundle, lists, raw, true));
}

/** @param isWritten whether what the step's inputs say was written */
function answered(bundle: Bundle, lists: Lists, raw: RawRecord, isWritten: boolean): RawRecord {
  const unsaved = isWritten ? unsavedFields(bundle, raw['customFields']) : undefined;
  return {
    locationId: locationOf(bundle),
    ...lists.named(raw),
    notSaved: unsaved?.labels,
    notice: unsaved?.sentences.join(' '),
  };
}
