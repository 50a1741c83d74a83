import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Opportunity, Pipeline } from '../state/opportunities.ts';
import type { CustomField, CustomFieldValue } from '../state/records.ts';
import { appointmentDetail } from './calendar-views.ts';
import { fullName, iso } from './views.ts';

export const pipelineView = ({ id, name, stages, locationId }: Pipeline): Json => ({
  id,
  name,
  stages,
  showInFunnel: true,
  showInPieChart: true,
  locationId,
  colorRenderMode: 'none',
});

function contactOf(sandbox: Sandbox, { contactId }: Opportunity): Json | undefined {
  const contact = sandbox.store.contacts.get(contactId);
  if (!contact) return undefined;
  return {
    id: contact.id,
    name: fullName(contact),
    companyName: contact.companyName ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    tags: contact.tags,
    score: [],
  };
}

/** What one opportunity and a row have in common. */
const common = (sandbox: Sandbox, opportunity: Opportunity): Json => ({
  id: opportunity.id,
  name: opportunity.name,
  monetaryValue: opportunity.monetaryValue ?? 0,
  pipelineId: opportunity.pipelineId,
  pipelineStageId: opportunity.pipelineStageId,
  assignedTo: opportunity.assignedTo ?? null,
  status: opportunity.status,
  source: opportunity.source ?? null,
  lastStatusChangeAt: iso(opportunity.lastStatusChangeAt),
  lastStageChangeAt: iso(opportunity.lastStageChangeAt),
  createdAt: iso(opportunity.dateAdded),
  updatedAt: iso(opportunity.dateUpdated),
  contactId: opportunity.contactId,
  locationId: opportunity.locationId,
  lostReasonId: opportunity.lostReasonId ?? null,
  followers: opportunity.followers,
  contact: contactOf(sandbox, opportunity),
});

/** An opportunity as a reading by id and the writes answer it. */
export const opportunityDetail = (sandbox: Sandbox, opportunity: Opportunity): Json => ({
  ...common(sandbox, opportunity),
  customFields: opportunity.customFields.map(({ id, value }) => ({ id, fieldValue: value })),
});

/** A row's custom field: its kind is in the key of the value, not its name (highlevel-api-docs #87). */
function rowField(field: CustomField | undefined, { id, value }: CustomFieldValue): Json {
  if (Array.isArray(value)) return { id, type: 'array', fieldValueArray: value };
  if (typeof value === 'number') return { id, type: 'number', fieldValueNumber: value };
  if (field?.dataType === 'DATE') {
    return { id, type: 'date', fieldValueDate: Date.parse(String(value)) };
  }
  return { id, type: 'string', fieldValueString: String(value) };
}

/** What a search was asked to tell beside the opportunity itself. */
export interface Details {
  notes?: boolean | undefined;
  tasks?: boolean | undefined;
  calendarEvents?: boolean | undefined;
}

function detailsOf(sandbox: Sandbox, { contactId }: Opportunity, details: Details): Json {
  const ofContact = (one: { contactId: string }): boolean => one.contactId === contactId;
  const { appointments, notes, tasks } = sandbox.store;
  return {
    ...(details.notes === true
      ? { notes: notes.filter(ofContact).map(({ id, body }) => ({ id, body })) }
      : {}),
    ...(details.tasks === true
      ? {
          tasks: tasks
            .filter(ofContact)
            .map(({ id, title, dueDate, completed }) => ({ id, title, dueDate, completed })),
        }
      : {}),
    ...(details.calendarEvents === true
      ? {
          calendarEvents: appointments
            .filter(ofContact)
            .map((one) => appointmentDetail(sandbox, one)),
        }
      : {}),
  };
}

/** A row of both searches; `sort` continues a search after it. */
export function opportunityRow(sandbox: Sandbox, opportunity: Opportunity, details: Details): Json {
  const { customFields } = sandbox.store;
  const stage = sandbox.store.pipelines
    .get(opportunity.pipelineId)
    ?.stages.find(({ id }) => id === opportunity.pipelineStageId);
  return {
    ...common(sandbox, opportunity),
    pipelineStageUId: opportunity.pipelineStageId,
    forecastProbability: null,
    effectiveProbability: (stage?.stageWinProbability ?? 0) / 100,
    customFields: opportunity.customFields.map((one) => rowField(customFields.get(one.id), one)),
    relations: [
      {
        associationId: 'OPPORTUNITIES_CONTACTS_ASSOCIATION',
        relationId: opportunity.id,
        primary: true,
        objectKey: 'contact',
        recordId: opportunity.contactId,
        fullName: contactOf(sandbox, opportunity)?.name ?? '',
      },
    ],
    attributions: [],
    sort: [opportunity.dateAdded, opportunity.id],
    ...detailsOf(sandbox, opportunity, details),
  };
}
