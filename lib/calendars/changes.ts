import type { ZObject } from 'zapier-platform-core';

import { APPOINTMENT_PARTS, changedParts } from '../../resources/appointment_changes.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { changeOf, type RememberedField } from '../hooks/previous.ts';
import { userPointer } from '../users/dehydrate.ts';
import { calendarNamePointer, withPointers, type Pointing } from './dehydrate.ts';
import { statusesField } from './fields.ts';

/**
 * What an event changed of an appointment, as the relay says it (docs/relay.md, "Previous values"). Of
 * an appointment that is older than the Zap, the relay knows nothing before its first event.
 */

/** The status that an appointment got. */
export const newStatusesField = {
  ...statusesField,
  helpText:
    'Only appointments that get one of these statuses. Leave blank for any. For appointments booked before this Zap was turned on, a first change to New or Confirmed does not trigger.',
} as const;

/** Which of its times changed. */
export const movedTimeField = {
  key: 'movedTime',
  label: 'What Changed',
  type: 'string',
  choices: { start: 'The start time', end: 'The end time only' },
  helpText:
    'Leave blank for either. For appointments booked before this Zap was turned on, the first change does not trigger, because the earlier time is unknown.',
} as const;

const PART_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(APPOINTMENT_PARTS).map(([key, { label }]) => [key, label]),
);

/** What of an appointment changed. */
export const changedPartsField = {
  key: 'parts',
  label: 'What Changed',
  type: 'string',
  list: true,
  choices: PART_CHOICES,
  helpText:
    'Only changes to one of these. Leave blank for any. For appointments booked before this Zap was turned on, the first change triggers only if this is blank, because the earlier values are unknown.',
} as const;

/** Statuses that an appointment has from the start, so that an update need not have brought them. */
const FIRST_STATUSES = ['new', 'confirmed'];

/**
 * Whether an event changed the status of an appointment. Where the relay does not know the one before,
 * a status that no appointment starts with counts as changed: a missed no-show is worse than one that
 * is told with an older appointment's first update.
 */
export function changedStatus(event: RawRecord): boolean {
  const change = changeOf(event, 'appointmentStatus');
  if (change.kind !== 'unknown') return change.kind === 'changed';
  const status = toText(toRecord(event['appointment'])['appointmentStatus']);
  return status !== null && !FIRST_STATUSES.includes(status);
}

/**
 * Whether an event moved an appointment. Where the relay does not know the time before, it did not: any
 * other update would count as a move.
 */
export function isMoved(event: RawRecord, { movedTime }: { movedTime?: string }): boolean {
  const [start, end] = APPOINTMENT_PARTS.time.fields.map(
    (field) => changeOf(event, field).kind === 'changed',
  );
  if (movedTime === 'start') return start === true;
  return movedTime === 'end' ? end === true && start === false : start === true || end === true;
}

/**
 * Whether an event changed one of these parts, or anything where none is asked for. An event in which
 * nothing changed repeats one that was told already.
 */
export function isChanged(event: RawRecord, { parts }: { parts?: string[] }): boolean {
  if (parts !== undefined) return changedParts(event).some((part) => parts.includes(part));
  return Object.values(APPOINTMENT_PARTS)
    .flatMap((part): RememberedField[] => [...part.fields])
    .some((field) => changeOf(event, field).kind !== 'same');
}

/** What an appointment belonged to before it was changed. */
interface Changed extends Pointing {
  previousCalendarId: string | null;
  previousAssignedUserId: string | null;
}

/** A changed appointment with pointers to what it belongs to, and to what it belonged to before. */
export function withPointersBefore<Entry extends Changed>(z: ZObject, entry: Entry) {
  const { previousCalendarId: calendarId, previousAssignedUserId: userId } = entry;
  return {
    ...withPointers(z, entry),
    previousCalendarName: calendarId && calendarNamePointer(z, calendarId),
    previousAssignedUser: userId ? userPointer(z, userId) : null,
  };
}
