import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactTagUpdates } from '../../resources/contact_tag_updates.ts';
import { isRecord, toList, toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { sendMany, type BulkOutcome } from '../http/bulk.ts';
import { path } from '../http/path.ts';
import { chunksOf } from '../operations/pages.ts';
import { bulkSummary, runIdOf } from '../operations/run_id.ts';
import { contactNamed } from './find_named.ts';
import { contactsNamed, NO_ROOM } from './many.ts';
import { manyContactsField } from './many_fields.ts';

/** HighLevel changes the tags of so many contacts in one request. */
const CONTACTS_AT_ONCE = 500;

/** What became of one contact, or of a text that names none. */
interface Row {
  outcome: 'updated' | 'not_found' | 'failed' | 'not_started';
  contactId?: string;
  /** What the field says, where no contact was found by it. */
  entry?: string;
  problem?: string;
}

/**
 * Adds tags to many contacts, or removes them: a request for each 500, after those that look the
 * contacts up. What was not found or did not fit is named in the result.
 *
 * @param entries IDs, email addresses and phone numbers
 * @throws errors.Error when no contact was found, about the first one
 */
export async function changeManyTags(
  z: ZObject,
  bundle: Bundle,
  type: 'add' | 'remove',
  { contacts: entries, tags }: { contacts: readonly string[]; tags: readonly string[] },
) {
  const named = await contactsNamed(z, bundle, entries, manyContactsField.label);
  const ids = [...new Set(named.flatMap((one) => ('contactId' in one ? one.contactId : [])))];
  const lost = named.flatMap((one): Row[] => ('contactId' in one ? [] : [one]));
  const [first] = entries;
  const isNobody = ids.length === 0 && lost.every(({ outcome }) => outcome === 'not_found');
  // It says what is wrong with a single contact, as every other step does.
  if (isNobody && first !== undefined)
    await contactNamed(z, bundle, first, manyContactsField.label);
  const parts = chunksOf(ids, CONTACTS_AT_ONCE);
  const outcomes = await sendMany(
    z,
    bundle,
    parts.map((contacts) => ({
      method: 'POST',
      url: path`/contacts/bulk/tags/update/${type}`,
      body: { locationId: locationOf(bundle), contacts, tags },
      // A tag is added and removed once.
      repeatable: true,
    })),
  );
  const changed = parts.flatMap((contacts, index) => rowsOf(contacts, outcomes[index]));
  return summaryOf([...changed, ...lost], tags);
}

function summaryOf(results: readonly Row[], tags: readonly string[]) {
  const rowsWith = (outcome: Row['outcome']) => results.filter((row) => row.outcome === outcome);
  const entriesWith = (outcome: Row['outcome']) =>
    rowsWith(outcome).map(({ entry, contactId }) => entry ?? contactId ?? '');
  const [updated, notFound, failed, notStarted] = [
    rowsWith('updated').length,
    entriesWith('not_found'),
    entriesWith('failed'),
    entriesWith('not_started'),
  ];
  return contactTagUpdates.parse({
    id: runIdOf(results),
    summary: bulkSummary(`${updated} of ${results.length} contacts updated`, {
      'not found': notFound.length,
      failed: failed.length,
      'not started': notStarted.length,
    }),
    tags,
    updatedCount: updated,
    notFoundCount: notFound.length,
    failedCount: failed.length,
    notStartedCount: notStarted.length,
    notFound,
    failed,
    notStarted,
    results,
  });
}

/** What became of each contact of a request. */
function rowsOf(contactIds: readonly string[], outcome: BulkOutcome | undefined): Row[] {
  if (outcome?.state === 'failed') {
    return contactIds.map((contactId) => ({
      contactId,
      outcome: 'failed',
      problem: outcome.reason,
    }));
  }
  if (outcome?.state !== 'done') {
    return contactIds.map((contactId) => ({
      contactId,
      outcome: 'not_started',
      problem: NO_ROOM,
    }));
  }
  const answers = new Map(
    toList(toRecord(outcome.data)['responses'])
      .filter(isRecord)
      .map((one) => [toText(one['contactId']), one]),
  );
  return contactIds.map((contactId) => rowOf(contactId, answers.get(contactId)));
}

/** How HighLevel words that a contact is not there, or is another sub-account's. */
const GONE = /not found|deleted|not a valid|does not belong/i;

/** @param answer what HighLevel says of the contact; it may say nothing of one that it changed */
function rowOf(contactId: string, answer: Record<string, unknown> | undefined): Row {
  if (answer?.['type'] !== 'error') return { contactId, outcome: 'updated' };
  const words = toText(answer['message']) ?? '';
  return GONE.test(words)
    ? { contactId, outcome: 'not_found', problem: 'No contact in this sub-account has this ID.' }
    : { contactId, outcome: 'failed', problem: `HighLevel said: ${words || 'nothing'}.` };
}
