import { iso } from '../api/views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Opportunity } from '../state/opportunities.ts';

export const OPPORTUNITY_EVENTS = [
  'OpportunityCreate',
  'OpportunityUpdate',
  'OpportunityStageUpdate',
  'OpportunityStatusUpdate',
  'OpportunityMonetaryValueUpdate',
  'OpportunityAssignedToUpdate',
  'OpportunityDelete',
] as const;
export type OpportunityEvent = (typeof OPPORTUNITY_EVENTS)[number];

/** The seven events of an opportunity have the same fields, and none tells what was before. */
export const opportunityEvent = (type: OpportunityEvent, opportunity: Opportunity): Json => ({
  type,
  locationId: opportunity.locationId,
  id: opportunity.id,
  assignedTo: opportunity.assignedTo,
  contactId: opportunity.contactId,
  monetaryValue: opportunity.monetaryValue,
  name: opportunity.name,
  pipelineId: opportunity.pipelineId,
  pipelineStageId: opportunity.pipelineStageId,
  source: opportunity.source,
  status: opportunity.status,
  dateAdded: iso(opportunity.dateAdded),
});

/** Which keys have an event of their own when they change. */
const CHANGES = [
  ['pipelineStageId', 'OpportunityStageUpdate'],
  ['status', 'OpportunityStatusUpdate'],
  ['monetaryValue', 'OpportunityMonetaryValueUpdate'],
  ['assignedTo', 'OpportunityAssignedToUpdate'],
] as const;

/** Every event comes with an OpportunityUpdate beside it (highlevel-api-docs #27). */
function fire(sandbox: Sandbox, opportunity: Opportunity, types: OpportunityEvent[]): void {
  for (const type of types) sandbox.webhooks.fire(opportunityEvent(type, opportunity));
}

/** Tells of an opportunity that was created. */
export const announceCreated = (sandbox: Sandbox, opportunity: Opportunity): void => {
  fire(sandbox, opportunity, ['OpportunityCreate', 'OpportunityUpdate']);
};

/** Tells of an opportunity that is gone. */
export const announceDeleted = (sandbox: Sandbox, opportunity: Opportunity): void => {
  fire(sandbox, opportunity, ['OpportunityDelete', 'OpportunityUpdate']);
};

/** Tells of a change: once in general, and once of each key that has an event of its own. */
export function announceChanged(
  sandbox: Sandbox,
  before: Readonly<Opportunity>,
  after: Opportunity,
): void {
  const special = CHANGES.filter(([key]) => before[key] !== after[key]).map(([, type]) => type);
  fire(sandbox, after, ['OpportunityUpdate', ...special]);
}
