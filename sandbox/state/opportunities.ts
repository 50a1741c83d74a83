import { newId } from './ids.ts';
import type { CustomFieldValue, Named } from './records.ts';

/** Records of the opportunities' area, as `records.ts` keeps the others. */

export interface Stage {
  id: string;
  name: string;
  position: number;
  /** In percent. */
  stageWinProbability: number;
}

export interface Pipeline extends Named {
  stages: Stage[];
}

export interface LostReason extends Named {
  deleted: boolean;
  dateAdded: number;
}

export const OPPORTUNITY_STATUSES = ['open', 'won', 'lost', 'abandoned'] as const;
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number];

export interface Opportunity {
  id: string;
  locationId: string;
  contactId: string;
  name: string;
  pipelineId: string;
  pipelineStageId: string;
  status: OpportunityStatus;
  monetaryValue?: number;
  assignedTo?: string;
  source?: string;
  lostReasonId?: string;
  followers: string[];
  customFields: CustomFieldValue[];
  lastStatusChangeAt: number;
  lastStageChangeAt: number;
  dateAdded: number;
  dateUpdated: number;
}

/** An opportunity's starting state. */
export const newOpportunity = (
  opportunity: Pick<
    Opportunity,
    'locationId' | 'contactId' | 'name' | 'pipelineId' | 'pipelineStageId'
  > &
    Partial<Opportunity>,
  now: number,
): Opportunity => ({
  id: newId(),
  status: 'open',
  followers: [],
  customFields: [],
  lastStatusChangeAt: now,
  lastStageChangeAt: now,
  dateAdded: now,
  dateUpdated: now,
  ...opportunity,
});
