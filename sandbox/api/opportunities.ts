import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, notFound } from '../http/errors.ts';
import {
  anything,
  boolean,
  booleanText,
  listOf,
  nested,
  number,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import {
  newOpportunity,
  type Opportunity,
  OPPORTUNITY_STATUSES,
  type OpportunityStatus,
} from '../state/opportunities.ts';
import {
  announceChanged,
  announceCreated,
  announceDeleted,
} from '../webhooks/opportunity-events.ts';
import { type WrittenField, writeCustomFields } from './custom-field-values.ts';
import { param } from './find.ts';
import { opportunityDetail } from './opportunity-views.ts';

const READ = { access: { scope: 'opportunities.readonly' } };
const WRITE = { access: { scope: 'opportunities.write' } };

const STATUS = oneOf([...OPPORTUNITY_STATUSES, 'all']);

const CHANGES = {
  pipelineId: string,
  pipelineStageId: string,
  name: string,
  status: STATUS,
  monetaryValue: number,
  assignedTo: string,
  customFields: listOf(nested({}, { id: string, key: string, field_value: anything })),
};
const CREATE = { ...CHANGES, source: string };
const UPSERT = {
  ...CREATE,
  id: string,
  contactId: string,
  lostReasonId: string,
  followers: listOf(string),
  isRemoveAllFollowers: boolean,
  followersActionType: oneOf(['add', 'remove']),
};

/** What can be written of an opportunity; a key that is absent stays as it is. */
interface OpportunityInput {
  pipelineId?: string | undefined;
  pipelineStageId?: string | undefined;
  name?: string | undefined;
  status?: OpportunityStatus | 'all' | undefined;
  monetaryValue?: number | undefined;
  assignedTo?: string | undefined;
  source?: string | undefined;
  lostReasonId?: string | undefined;
  customFields?: readonly WrittenField[] | undefined;
}

/** The pipeline and stage of a write: both must be the sub-account's, and fit together. */
function placeOf(
  sandbox: Sandbox,
  locationId: string,
  { pipelineId, pipelineStageId }: OpportunityInput,
  before?: Opportunity,
): Pick<Opportunity, 'pipelineId' | 'pipelineStageId'> {
  const pipeline = sandbox.store.pipelines.get(pipelineId ?? before?.pipelineId ?? '');
  if (pipeline?.locationId !== locationId) throw badRequest('The pipeline id is invalid.');
  const kept = pipeline.id === before?.pipelineId ? before.pipelineStageId : undefined;
  const wanted = pipelineStageId ?? kept ?? pipeline.stages[0]?.id;
  const stage = pipeline.stages.find(({ id }) => id === wanted);
  if (!stage) throw badRequest('The pipeline stage id is invalid.');
  return { pipelineId: pipeline.id, pipelineStageId: stage.id };
}

function checkAssignee(sandbox: Sandbox, locationId: string, userId: string | undefined): void {
  if (userId === undefined || userId === '') return;
  const user = sandbox.store.users.get(userId);
  if (!user?.locationIds.includes(locationId)) throw badRequest('Invalid assignedTo');
}

function statusOf(status: OpportunityInput['status']): OpportunityStatus | undefined {
  if (status === 'all') throw badRequest('Invalid status');
  return status;
}

/** Sets what is written, and the moments of what changed. */
function apply(sandbox: Sandbox, opportunity: Opportunity, input: OpportunityInput): void {
  const { locationId } = opportunity;
  const place = placeOf(sandbox, locationId, input, opportunity);
  const status = statusOf(input.status) ?? opportunity.status;
  checkAssignee(sandbox, locationId, input.assignedTo);
  if (
    input.lostReasonId !== undefined &&
    sandbox.store.lostReasons.get(input.lostReasonId)?.locationId !== locationId
  ) {
    throw badRequest('Lost reason not found');
  }
  const now = sandbox.now();
  if (place.pipelineStageId !== opportunity.pipelineStageId) opportunity.lastStageChangeAt = now;
  if (status !== opportunity.status) opportunity.lastStatusChangeAt = now;
  Object.assign(opportunity, place, { status, dateUpdated: now });
  opportunity.name = input.name ?? opportunity.name;
  if (input.monetaryValue !== undefined) opportunity.monetaryValue = input.monetaryValue;
  if (input.source !== undefined) opportunity.source = input.source;
  if (input.assignedTo === '') delete opportunity.assignedTo;
  else if (input.assignedTo !== undefined) opportunity.assignedTo = input.assignedTo;
  if (status !== 'lost') delete opportunity.lostReasonId;
  else if (input.lostReasonId !== undefined) opportunity.lostReasonId = input.lostReasonId;
  if (input.customFields) {
    const replaced = sandbox.settings.opportunityFields === 'replace';
    opportunity.customFields = writeCustomFields(
      sandbox,
      { locationId, model: 'opportunity' },
      input.customFields,
      replaced ? [] : opportunity.customFields,
    );
  }
}

/** The contact's opportunity in a pipeline, where the sub-account allows one only. */
function duplicateOf(
  sandbox: Sandbox,
  locationId: string,
  contactId: string,
  pipelineId: string,
): Opportunity | undefined {
  if (sandbox.store.locations.get(locationId)?.allowDuplicateOpportunity === true) return undefined;
  return sandbox.store.opportunities.find(
    (one) => one.contactId === contactId && one.pipelineId === pipelineId,
  );
}

/** Creates an opportunity and tells of it; 400 for a second one that the sub-account forbids. */
function createOpportunity(
  sandbox: Sandbox,
  locationId: string,
  contactId: string,
  input: OpportunityInput,
): Opportunity {
  const contact = sandbox.store.contacts.get(contactId);
  if (contact?.locationId !== locationId) {
    throw badRequest(`Contact with id ${contactId} not found`);
  }
  const place = placeOf(sandbox, locationId, input);
  const duplicate = duplicateOf(sandbox, locationId, contactId, place.pipelineId);
  if (duplicate) {
    throw badRequest('Can not create duplicate opportunity for the contact.', {
      code: 'OPPORTUNITY_NO_DUPLICATE',
      meta: { existingId: duplicate.id },
    });
  }
  const opportunity = newOpportunity(
    { locationId, contactId, name: input.name ?? '', ...place },
    sandbox.now(),
  );
  apply(sandbox, opportunity, input);
  sandbox.lag.hide(opportunity.id);
  sandbox.store.opportunities.add(opportunity);
  announceCreated(sandbox, opportunity);
  return opportunity;
}

/** Changes an opportunity and tells what changed. */
function changeOpportunity(
  sandbox: Sandbox,
  opportunity: Opportunity,
  input: OpportunityInput,
): void {
  const before = { ...opportunity };
  apply(sandbox, opportunity, input);
  announceChanged(sandbox, before, opportunity);
}

/** Deletes an opportunity and tells of it. */
function removeOpportunity(sandbox: Sandbox, opportunity: Opportunity): void {
  sandbox.store.opportunities.delete(opportunity.id);
  announceDeleted(sandbox, opportunity);
}

function find(sandbox: Sandbox, request: FastifyRequest, id = param(request, 'id')): Opportunity {
  const opportunity = sandbox.store.opportunities.get(id);
  if (!opportunity) throw notFound(`Opportunity with id ${id} not found`);
  requireLocation(request, opportunity.locationId);
  return opportunity;
}

/** The specification asks for follower keys and has no contact; what works has the contact. */
function upsert(sandbox: Sandbox, request: FastifyRequest): Record<string, unknown> {
  const {
    id,
    locationId,
    contactId,
    followers,
    isRemoveAllFollowers,
    followersActionType,
    ...input
  } = readBody(request.body, { locationId: string, pipelineId: string }, UPSERT);
  requireLocation(request, locationId);
  if (id === undefined && contactId === undefined) throw badRequest('contactId is required');
  const existing =
    id === undefined
      ? sandbox.store.opportunities.find(
          (one) => one.contactId === contactId && one.pipelineId === input.pipelineId,
        )
      : find(sandbox, request, id);
  if (existing) changeOpportunity(sandbox, existing, input);
  const opportunity = existing ?? createOpportunity(sandbox, locationId, contactId ?? '', input);
  if (isRemoveAllFollowers === true) opportunity.followers = [];
  if (followers) {
    const kept = opportunity.followers.filter((one) => !followers.includes(one));
    opportunity.followers = followersActionType === 'remove' ? kept : [...kept, ...followers];
  }
  return { opportunity: opportunityDetail(sandbox, opportunity), new: existing === undefined };
}

function followerRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/opportunities/:id/followers', { config: WRITE }, (request, reply) => {
    const { followers } = readBody(request.body, { followers: listOf(string) }, {});
    const opportunity = find(sandbox, request);
    for (const id of followers) {
      if (!sandbox.store.users.get(id)?.locationIds.includes(opportunity.locationId)) {
        throw badRequest(`User with id ${id} not found`);
      }
    }
    const followersAdded = followers.filter((id) => !opportunity.followers.includes(id));
    opportunity.followers = [...opportunity.followers, ...followersAdded];
    void reply.code(201);
    return { followers: opportunity.followers, followersAdded };
  });

  app.delete('/opportunities/:id/followers', { config: WRITE }, (request) => {
    const { isRemoveAllFollowers } = readQuery(
      request.query,
      {},
      { isRemoveAllFollowers: booleanText },
    );
    const { followers } = readBody(request.body, { followers: listOf(string) }, {});
    const opportunity = find(sandbox, request);
    const followersRemoved = opportunity.followers.filter(
      (id) => isRemoveAllFollowers === true || followers.includes(id),
    );
    opportunity.followers = opportunity.followers.filter((id) => !followersRemoved.includes(id));
    return { followers: opportunity.followers, followersRemoved };
  });
}

/** Opportunities: read, create, update, upsert, delete, and their followers. */
export function opportunityRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/opportunities/:id', { config: READ }, (request) => ({
    opportunity: opportunityDetail(sandbox, find(sandbox, request)),
  }));

  app.post('/opportunities/', { config: WRITE }, (request, reply) => {
    const { locationId, contactId, ...input } = readBody(
      request.body,
      {
        pipelineId: string,
        locationId: string,
        name: string,
        status: STATUS,
        contactId: string,
      },
      {
        pipelineStageId: CREATE.pipelineStageId,
        monetaryValue: CREATE.monetaryValue,
        assignedTo: CREATE.assignedTo,
        customFields: CREATE.customFields,
        source: CREATE.source,
      },
    );
    requireLocation(request, locationId);
    const opportunity = createOpportunity(sandbox, locationId, contactId, input);
    void reply.code(201);
    return { opportunity: opportunityDetail(sandbox, opportunity) };
  });

  app.post('/opportunities/upsert', { config: WRITE }, (request) => upsert(sandbox, request));

  app.put('/opportunities/:id', { config: WRITE }, (request) => {
    const input = readBody(request.body, {}, CHANGES);
    const opportunity = find(sandbox, request);
    changeOpportunity(sandbox, opportunity, input);
    return { opportunity: opportunityDetail(sandbox, opportunity) };
  });

  app.put('/opportunities/:id/status', { config: WRITE }, (request) => {
    const input = readBody(request.body, { status: STATUS }, { lostReasonId: string });
    changeOpportunity(sandbox, find(sandbox, request), input);
    return { succeded: true };
  });

  app.delete('/opportunities/:id', { config: WRITE }, (request) => {
    removeOpportunity(sandbox, find(sandbox, request));
    return { success: true };
  });

  followerRoutes(app, sandbox);
}
