import { isRecord, toRecord, toText, toTexts, type RawRecord } from '../../resources/values.ts';

/** A field of an opportunity or appointment whose value before the relay remembers. */
export type RememberedField =
  | 'status'
  | 'pipelineId'
  | 'pipelineStageId'
  | 'assignedTo'
  | 'monetaryValue'
  | 'appointmentStatus'
  | 'startTime'
  | 'endTime'
  | 'calendarId'
  | 'assignedUserId'
  | 'title'
  | 'address'
  | 'notes';

/**
 * What an event did to a field:
 * - `changed` from a value, as HighLevel wrote it; null where it was empty, and nothing for a text, of
 *   which the relay keeps a hash only. Events of one name tell a change once, however often HighLevel
 *   sends them.
 * - `unknown`: perhaps changed, nobody knows from what. The relay sees the field for the first time.
 * - `same` as before, or told already.
 */
export type Change =
  | { kind: 'changed'; from?: string | number | null }
  | { kind: 'unknown' }
  | { kind: 'same' };

/**
 * Whether an OpportunityUpdate is a change of its own. HighLevel sends one beside every other event of
 * an opportunity, its creation and deletion too: the relay says which of them it stands beside. Where
 * the relay added nothing to the event, it counts as a change.
 */
export function isOwnUpdate(event: RawRecord): boolean {
  return toText(toRecord(event['previous'])['beside']) === null;
}

/** Whether an event shows a value that changed. */
export function showsChange(event: RawRecord): boolean {
  return Object.keys(toRecord(toRecord(event['previous'])['changed'])).length > 0;
}

/**
 * Reads what an event of an opportunity or appointment did to a field, see docs/relay.md, "Previous
 * values". Where the relay added nothing to the event, nothing is known.
 *
 * @param event as the relay delivered it, with `previous` at its top, for appointments too
 */
export function changeOf(event: RawRecord, field: RememberedField): Change {
  const { previous } = event;
  if (!isRecord(previous)) return { kind: 'unknown' };
  const from = toRecord(previous['changed'])[field];
  if (from === null || typeof from === 'string' || typeof from === 'number') {
    return { kind: 'changed', from };
  }
  if (toTexts(previous['edited']).includes(field)) return { kind: 'changed' };
  return { kind: toTexts(previous['unknown']).includes(field) ? 'unknown' : 'same' };
}
