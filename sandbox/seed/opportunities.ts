import { seededId, seededUuid } from '../state/ids.ts';
import { newOpportunity, type OpportunityStatus, type Pipeline } from '../state/opportunities.ts';
import type { Store } from '../state/store.ts';
import { contactId, northsideContactId } from './contacts.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { fieldId } from './lists.ts';
import { userId } from './users.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const pipeline = (locationId: string, name: string, stages: readonly string[]): Pipeline => ({
  id: seededId(`pipeline:${name}`),
  locationId,
  name,
  stages: stages.map((stage, position) => ({
    id: seededUuid(`stage:${name}:${stage}`),
    name: stage,
    position,
    stageWinProbability: Math.round(((position + 1) / (stages.length + 1)) * 100),
  })),
});

/** Two pipelines with a stage of one name, and one of the other sub-account. */
export const PIPELINES = {
  patients: pipeline(HARBOUR, 'New Patients', [
    'New Lead',
    'Contacted',
    'Consultation Booked',
    'Treatment Accepted',
  ]),
  whitening: pipeline(HARBOUR, 'Whitening', ['New Lead', 'Quote Sent', 'Paid']),
  memberships: pipeline(NORTHSIDE_ID, 'Memberships', ['Trial Week', 'Member', 'Paused']),
};

export const opportunityId = (index: number): string => seededId(`opportunity:${String(index)}`);

interface Deal {
  pipeline: keyof typeof PIPELINES;
  stage: number;
  name: string;
  status?: OpportunityStatus;
  value?: number;
  assigned?: string;
  reason?: string;
  treatment?: string;
}

const DEALS: readonly Deal[] = [
  { pipeline: 'patients', stage: 0, name: 'Implant for Anna', value: 2400, assigned: 'dana' },
  { pipeline: 'patients', stage: 1, name: 'Check-up for Marcus', value: 120, assigned: 'miguel' },
  { pipeline: 'patients', stage: 2, name: 'Braces for Sofia', value: 5200, treatment: 'Braces' },
  { pipeline: 'patients', stage: 3, name: 'Crown', status: 'won', value: 890.5, assigned: 'dana' },
  { pipeline: 'patients', stage: 1, name: 'Root canal', status: 'lost', reason: 'Too expensive' },
  { pipeline: 'patients', stage: 0, name: 'First visit', status: 'abandoned' },
  { pipeline: 'whitening', stage: 0, name: 'Whitening for Grace', value: 340 },
  { pipeline: 'whitening', stage: 1, name: 'Whitening for Daniel', value: 340, assigned: 'priya' },
  { pipeline: 'whitening', stage: 2, name: 'Whitening for Emily', status: 'won', value: 299 },
  { pipeline: 'patients', stage: 2, name: 'Implant for Rafael', value: 2600, assigned: 'miguel' },
];

const REASONS = ['Too expensive', 'Chose another dentist', 'Did not answer'];

const reasonId = (name: string): string => seededId(`lost-reason:${name}`);

/** Pipelines, why deals are lost, and deals in every status; each of another contact. */
export function seedOpportunities(store: Store, now: number): void {
  for (const one of Object.values(PIPELINES)) store.pipelines.add(structuredClone(one));
  for (const name of REASONS) {
    store.lostReasons.add({
      id: reasonId(name),
      locationId: HARBOUR,
      name,
      deleted: false,
      dateAdded: now - 100 * DAY,
    });
  }
  DEALS.forEach((deal, index) => {
    const place = PIPELINES[deal.pipeline];
    const at = now - index * 31 * HOUR - HOUR;
    store.opportunities.add(
      newOpportunity(
        {
          id: opportunityId(index),
          locationId: HARBOUR,
          contactId: contactId(index),
          name: deal.name,
          pipelineId: place.id,
          pipelineStageId: place.stages[deal.stage]?.id ?? '',
          followers: index === 0 ? [userId('miguel')] : [],
          source: index % 2 === 0 ? 'website' : 'referral',
          ...(deal.status === undefined ? {} : { status: deal.status }),
          ...(deal.value === undefined ? {} : { monetaryValue: deal.value }),
          ...(deal.assigned === undefined ? {} : { assignedTo: userId(deal.assigned) }),
          ...(deal.reason === undefined ? {} : { lostReasonId: reasonId(deal.reason) }),
          ...(deal.treatment === undefined
            ? {}
            : { customFields: [{ id: fieldId('Treatment'), value: deal.treatment }] }),
        },
        at,
      ),
    );
  });
  const { id, stages } = PIPELINES.memberships;
  store.opportunities.add(
    newOpportunity(
      {
        id: seededId('opportunity:northside:0'),
        locationId: NORTHSIDE_ID,
        contactId: northsideContactId(0),
        name: 'Yearly membership',
        pipelineId: id,
        pipelineStageId: stages[0]?.id ?? '',
        monetaryValue: 480,
      },
      now - DAY,
    ),
  );
}
