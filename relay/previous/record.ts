/** A value of a field, as HighLevel wrote it; null where it is empty. */
export type FieldValue = string | number | null;

export type RecordKind = 'opportunity' | 'appointment';

/** What an event says of a record whose previous values are remembered. */
export interface SeenRecord {
  kind: RecordKind;
  id: string;
  locationId: string;
  /** HighLevel's name of the event. */
  event: string;
  /** When it happened, in milliseconds since 1970; undefined where HighLevel does not say. */
  at: number | undefined;
  values: ReadonlyMap<string, FieldValue>;
  /** The fields that the event speaks of: one that names a change speaks of that alone. */
  tells: readonly string[];
  /** When the record was created, in milliseconds since 1970; undefined where HighLevel does not say. */
  createdAt: number | undefined;
  isCreated: boolean;
  isDeleted: boolean;
  /** Whether it is the event that HighLevel sends beside every other of an opportunity. */
  isUpdate: boolean;
}

/** What people write of any length and about anybody: only a keyed hash of it is remembered. */
const TEXTS: readonly string[] = ['title', 'address', 'notes'];

/** Whether a field is one of which only a keyed hash is remembered. */
export function isText(field: string): boolean {
  return TEXTS.includes(field);
}

const FIELDS: Readonly<Record<RecordKind, readonly string[]>> = {
  opportunity: ['status', 'pipelineId', 'pipelineStageId', 'assignedTo', 'monetaryValue'],
  appointment: [
    ...['appointmentStatus', 'startTime', 'endTime', 'calendarId', 'assignedUserId'],
    ...TEXTS,
  ],
};

/** Events that name a change, and its fields. HighLevel sends them beside OpportunityUpdate. */
const OWN_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['OpportunityStageUpdate', ['pipelineId', 'pipelineStageId']],
  ['OpportunityStatusUpdate', ['status']],
  ['OpportunityMonetaryValueUpdate', ['monetaryValue']],
  ['OpportunityAssignedToUpdate', ['assignedTo']],
]);

/** HighLevel's names of the events of each kind. */
export const EVENTS_OF: Readonly<Record<RecordKind, readonly string[]>> = {
  opportunity: [
    'OpportunityCreate',
    'OpportunityUpdate',
    ...OWN_FIELDS.keys(),
    'OpportunityDelete',
  ],
  appointment: ['AppointmentCreate', 'AppointmentUpdate', 'AppointmentDelete'],
};

/** Statuses, ids, times and amounts are shorter. */
const LONGEST_VALUE = 256;

/**
 * The opportunity or appointment in the fields of an event; undefined for any other event, and where it
 * does not say which record of which sub-account it is of.
 */
export function recordIn(
  event: string,
  fields: ReadonlyMap<string, unknown>,
  read: {
    identifier: (value: unknown) => string | undefined;
    time: (value: unknown) => number | undefined;
  },
): SeenRecord | undefined {
  const kind = kindOf(event);
  if (kind === undefined) return undefined;
  const own = kind === 'appointment' ? membersOf(fields.get('appointment')) : fields;
  const id = read.identifier(own.get('id'));
  const locationId = read.identifier(fields.get('locationId'));
  if (id === undefined || locationId === undefined) return undefined;
  const isCreated = event.endsWith('Create');
  const tells = OWN_FIELDS.get(event) ?? FIELDS[kind];
  const values = new Map<string, FieldValue>();
  for (const name of FIELDS[kind]) {
    // What is left out of a new record, or of its own event, is empty; else nothing is said of it.
    const isSaid = isCreated || (OWN_FIELDS.has(event) && tells.includes(name));
    const found = own.get(name) ?? (own.has(name) || isSaid ? null : undefined);
    const value = isText(name) ? textOf(found) : valueOf(found);
    if (value !== undefined) values.set(name, value);
  }
  const at = read.time(fields.get('timestamp')) ?? read.time(own.get('dateUpdated'));
  const createdAt = read.time(own.get('dateAdded'));
  const isDeleted = event.endsWith('Delete');
  const isUpdate = event === 'OpportunityUpdate';
  return {
    kind,
    id,
    locationId,
    event,
    at,
    values,
    tells,
    createdAt,
    isCreated,
    isDeleted,
    isUpdate,
  };
}

function kindOf(event: string): RecordKind | undefined {
  if (EVENTS_OF.opportunity.includes(event)) return 'opportunity';
  return EVENTS_OF.appointment.includes(event) ? 'appointment' : undefined;
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function textOf(value: unknown): FieldValue | undefined {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : undefined;
}

function valueOf(value: unknown): FieldValue | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.length <= LONGEST_VALUE ? value : undefined;
}
