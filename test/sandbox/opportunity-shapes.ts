import { envelope, phone, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  either,
  exactly,
  iso,
  like,
  listOf,
  ms,
  number,
  optional,
  orNull,
  record,
  text,
} from './support/shape.ts';

/** The shapes of opportunities, pipelines and their events, as `shapes.ts` has the others. */

const uuid = like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

export const pipelines = record({
  pipelines: listOf(
    record({
      id: text,
      name: text,
      stages: listOf(
        record({ id: uuid, name: text, position: number, stageWinProbability: number }),
      ),
      showInFunnel: boolean,
      showInPieChart: boolean,
      locationId: text,
      colorRenderMode: like(/^(dot|bg-tint|none)$/),
    }),
  ),
  traceId,
});

export const lostReasons = record({
  lostReasons: listOf(
    record({ id: text, name: text, locationId: text, createdAt: iso, updatedAt: iso }),
  ),
  total: optional(number),
  traceId,
});

const opportunity = {
  id: text,
  name: text,
  monetaryValue: number,
  pipelineId: text,
  pipelineStageId: uuid,
  assignedTo: orNull(text),
  status: like(/^(open|won|lost|abandoned)$/),
  source: orNull(text),
  lastStatusChangeAt: iso,
  lastStageChangeAt: iso,
  createdAt: iso,
  updatedAt: iso,
  contactId: text,
  locationId: text,
  lostReasonId: orNull(text),
  followers: listOf(text),
  contact: optional(
    record({
      id: text,
      name: text,
      companyName: orNull(text),
      email: orNull(text),
      phone: orNull(phone),
      tags: listOf(text),
      score: listOf(anything),
    }),
  ),
};

export const oneOpportunity = record({
  opportunity: record({
    ...opportunity,
    customFields: listOf(record({ id: text, fieldValue: anything })),
  }),
  traceId,
});

export const upsertedOpportunity = record({
  opportunity: record({
    ...opportunity,
    customFields: listOf(record({ id: text, fieldValue: anything })),
  }),
  new: boolean,
  traceId,
});

const opportunityRows = listOf(
  record({
    ...opportunity,
    pipelineStageUId: uuid,
    forecastProbability: orNull(number),
    effectiveProbability: number,
    customFields: listOf(
      record({
        id: text,
        type: like(/^(string|array|number|date)$/),
        fieldValueString: optional(text),
        fieldValueArray: optional(listOf(text)),
        fieldValueNumber: optional(number),
        fieldValueDate: optional(ms),
      }),
    ),
    relations: listOf(
      record({
        associationId: text,
        relationId: text,
        primary: boolean,
        objectKey: text,
        recordId: text,
        fullName: text,
      }),
    ),
    attributions: listOf(anything),
    sort: listOf(either(number, text)),
    notes: optional(listOf(anything)),
    tasks: optional(listOf(anything)),
    calendarEvents: optional(listOf(anything)),
  }),
);

export const opportunitySearch = record({
  opportunities: opportunityRows,
  total: number,
  aggregations: record({}),
  traceId,
});

export const opportunityList = record({
  opportunities: opportunityRows,
  meta: record({
    total: number,
    nextPageUrl: orNull(text),
    startAfterId: orNull(text),
    startAfter: orNull(ms),
    currentPage: number,
    nextPage: orNull(number),
    prevPage: orNull(number),
  }),
  aggregations: record({}),
  traceId,
});

export const succeededWord = record({ success: exactly(true), traceId });

export const opportunityFollowers = record({
  followers: listOf(text),
  followersAdded: optional(listOf(text)),
  followersRemoved: optional(listOf(text)),
  traceId,
});

export const opportunityEvent = record({
  ...envelope,
  type: like(
    /^Opportunity(Create|Update|Delete|StageUpdate|StatusUpdate|MonetaryValueUpdate|AssignedToUpdate)$/,
  ),
  locationId: text,
  id: text,
  assignedTo: optional(text),
  contactId: text,
  monetaryValue: optional(number),
  name: text,
  pipelineId: text,
  pipelineStageId: uuid,
  source: optional(text),
  status: like(/^(open|won|lost|abandoned)$/),
  dateAdded: iso,
});
