import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { customValuesIn } from './custom_values.ts';
import { defineResource } from './define.ts';
import {
  dateTime,
  decimal,
  id,
  integer,
  lead,
  lines,
  nested,
  text,
  texts,
  valuesById,
  yesNo,
} from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink, opportunitiesLink, opportunityLink } from './links.ts';
import { isRecord, toRecord, type RawRecord } from './values.ts';

/** The statuses of an opportunity, and what people call them. */
export const OPPORTUNITY_STATUSES = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  abandoned: 'Abandoned',
} as const;

const ID_EXAMPLE = 'oPp3Rt7NyU1tYq9ZsWxE';
const LINK_EXAMPLE = `https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/opportunities/${ID_EXAMPLE}`;
/**
 * An opportunity, wrapped in `opportunity` by get, create, update and upsert, bare in searches and
 * webhooks. HighLevel names pipeline, stage, user and lost reason by their IDs only: their names are
 * put in by `lib/opportunities/names.ts`.
 */
export const opportunity = defineResource(
  'opportunity',
  () => z.object({ ...words(), ...names(), ...person(), ...history(), ...ids(), ...more() }),
  readOpportunity,
);

/** An opportunity as an update answers it, with what HighLevel left out of it. */
export const updatedOpportunity = defineResource(
  'updated opportunity',
  () => z.object({ ...opportunity.shape(), ...leftOut() }),
  (raw) => ({ ...readOpportunity(raw), notSaved: raw['notSaved'], notice: raw['notice'] }),
);

/** The same with whether it was created. */
export const savedOpportunity = defineResource(
  'saved opportunity',
  () => z.object({ ...updatedOpportunity.shape(), isNew: yesNo('Is New', true) }),
  (raw) => ({
    ...readOpportunity(raw),
    notSaved: raw['notSaved'],
    notice: raw['notice'],
    isNew: raw['new'],
  }),
);

/** What an opportunity's webhook leaves out; one that is gone has none of these. */
export const opportunityDetails = defineResource(
  'opportunity details',
  () => z.object({ ...names(), ...namesBefore(), ...history(), ...more() }),
  readOpportunity,
);

/** An opportunity as triggers give it: with its contact and what the webhook left out, fetched when used. */
export const opportunityItem = defineResource(
  'opportunity item',
  () =>
    z.object({
      ...words(),
      contact: nested('Contact', contactSummary.shape()),
      details: nested('Opportunity', opportunityDetails.shape()),
      ...before(),
      ...created(),
      ...ids(),
      ...idsBefore(),
    }),
  readOpportunity,
);

/** What is left to say of an opportunity that was deleted: with its contact, fetched when used. */
export const deletedOpportunity = defineResource(
  'deleted opportunity',
  () =>
    z.object({
      ...words(),
      contact: nested('Contact', contactSummary.shape()),
      ...created(),
      ...ids(),
    }),
  readOpportunity,
);

/** Many opportunities at once: as one text to read, and as line items. */
export const opportunityList = defineResource(
  'opportunity list',
  () =>
    z.object({
      id: id('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      digest: text(
        'Summary',
        'Website redesign: 2500, Proposal Sent (Sales), open, Anna Example\nLogo: 400, New (Sales), open, Bert Example',
      ),
      count: integer('Number of Opportunities', 2),
      total: integer('Total Matches', 2),
      hasMore: yesNo('Has More', false),
      totalValue: decimal('Total Value', 2900),
      opportunities: lines('Opportunity', {
        id: text('ID', ID_EXAMPLE),
        name: text('Name', 'Website redesign'),
        status: text('Status', 'open'),
        monetaryValue: decimal('Value', 2500),
        pipelineName: text('Pipeline', 'Sales'),
        stageName: text('Stage', 'Proposal Sent'),
        contactName: text('Contact Name', 'Anna Example'),
        contactEmail: text('Contact Email', 'anna@example.com'),
        contactPhone: text('Contact Phone', '+15550100123'),
        assignedToName: text('Assigned User Name', 'Sam Agent'),
        lostReason: text('Lost Reason', null),
        source: text('Source', 'website form'),
        createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
        updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
        lastStageChangeAt: dateTime('Stage Changed At', '2026-11-21T15:40:00.000Z'),
        link: text('Link', LINK_EXAMPLE),
        contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
        pipelineId: text('Pipeline ID', 'pLn5Sa1EsQ8wE3rT6yUi'),
        pipelineStageId: text('Stage ID', 'sTg2Pr0PoS4lS6eNt8Qw'),
        assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
      }),
      link: text(
        'Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/opportunities/list',
      ),
    }),
  (raw) => ({ ...raw, link: opportunitiesLink(raw['id']) }),
);

/** An opportunity whose followers a step changed. */
export const opportunityFollowers = defineResource(
  'opportunity followers',
  () =>
    z.object({
      id: id('Opportunity ID', ID_EXAMPLE),
      changed: texts('Changed User IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
      followers: texts('Follower IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
      link: text('Link', LINK_EXAMPLE),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => ({ ...raw, link: opportunityLink(raw['locationId'], raw['id']) }),
);

function words() {
  return {
    id: id('Opportunity ID', ID_EXAMPLE),
    name: lead(text('Name', 'Website redesign')),
    status: lead(text('Status', 'open')),
    monetaryValue: lead(decimal('Value', 2500)),
    source: text('Source', 'website form'),
  };
}

function names() {
  return {
    pipelineName: lead(text('Pipeline', 'Sales')),
    stageName: lead(text('Stage', 'Proposal Sent')),
    assignedToName: lead(text('Assigned User Name', 'Sam Agent')),
    lostReason: text('Lost Reason', null),
    link: text('Link', LINK_EXAMPLE),
  };
}

function person() {
  return {
    contactName: lead(text('Contact Name', 'Anna Example')),
    contactEmail: text('Contact Email', 'anna@example.com'),
    contactPhone: text('Contact Phone', '+15550100123'),
    contactCompany: text('Contact Company', 'Example Studio'),
    contactTags: texts('Contact Tags', ['customer']),
    contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
  };
}

function created() {
  return { createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z') };
}

function history() {
  return {
    ...created(),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    lastStageChangeAt: dateTime('Stage Changed At', '2026-11-21T15:40:00.000Z'),
    lastStatusChangeAt: dateTime('Status Changed At', '2026-11-20T10:02:00.000Z'),
  };
}

/** What the relay remembers of the time before the event, of what the event changed. */
function before() {
  return {
    previousStatus: text('Previous Status', null),
    previousValue: decimal('Previous Value', 2000),
  };
}

/** The names of what `idsBefore` has by ID. */
function namesBefore() {
  return {
    previousStageName: text('Previous Stage', 'New'),
    previousPipelineName: text('Previous Pipeline', null),
    previousAssignedToName: text('Previous Assigned User', null),
  };
}

function idsBefore() {
  return {
    previousStageId: text('Previous Stage ID', 'sTg1Ne0WlE4aD6qWeRtY'),
    previousPipelineId: text('Previous Pipeline ID', null),
    previousAssignedTo: text('Previous Assigned User ID', null),
  };
}

function ids() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    pipelineId: text('Pipeline ID', 'pLn5Sa1EsQ8wE3rT6yUi'),
    pipelineStageId: text('Stage ID', 'sTg2Pr0PoS4lS6eNt8Qw'),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function more() {
  return {
    lostReasonId: text('Lost Reason ID', null),
    followers: texts('Follower IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
    custom: valuesById('Custom'),
  };
}

function leftOut() {
  return {
    notSaved: texts('Not Saved', ['Service']),
    notice: text(
      'Notice',
      'HighLevel did not save "Garden" in Service. Most often the field has no such option, or was deleted.',
    ),
  };
}

function readOpportunity(raw: RawRecord): RawRecord {
  const { opportunity: inside } = raw;
  const inner = isRecord(inside) ? { ...raw, ...inside } : raw;
  const { contact, id: opportunityId, locationId } = inner;
  const { id: ownId, name, email, phone, companyName, tags } = toRecord(contact);
  const contactId = inner['contactId'] ?? ownId;
  const changed = toRecord(toRecord(inner['previous'])['changed']);
  return {
    contactName: name,
    contactEmail: email,
    contactPhone: phone,
    contactCompany: companyName,
    contactTags: tags,
    ...inner,
    contactId,
    custom: inner['custom'] ?? customValuesIn(inner['customFields']),
    // Webhooks name the day of creation otherwise than the rest.
    createdAt: inner['createdAt'] ?? inner['dateAdded'],
    previousStatus: changed['status'],
    previousValue: changed['monetaryValue'],
    previousStageId: changed['pipelineStageId'],
    previousPipelineId: changed['pipelineId'],
    previousAssignedTo: changed['assignedTo'],
    link: opportunityLink(locationId, opportunityId),
    contactLink: contactLink(locationId, contactId),
  };
}
