import { describe, expect, test } from '@jest/globals';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { EACH_VISIBLE, OPERATIONS } from './support/operations.ts';

/** The sample of an operation. */
function sampleOf(path: string): RawRecord {
  const found = OPERATIONS.find(({ kind, key }) => `${kind}.${key}` === path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found.sample;
}

/** The values that a field offers, where they stand in the definition. */
function offered({ choices }: RawRecord): string[] | undefined {
  if (Array.isArray(choices)) {
    return choices.map((choice) => String(isRecord(choice) ? choice['value'] : choice));
  }
  return isRecord(choices) && !('perform' in choices) ? Object.keys(choices) : undefined;
}

describe('The samples', () => {
  test.each<[string, RawRecord]>([
    ['triggers.new_inbound_message', { direction: 'inbound' }],
    ['triggers.new_outbound_message', { direction: 'outbound' }],
    ['triggers.message_failed', { direction: 'outbound', status: 'failed' }],
    ['triggers.message_status_changed', { direction: 'outbound', status: 'delivered' }],
    ['triggers.new_call', { channel: 'call', outcome: 'answered' }],
    ['triggers.unread_conversation', { isUnread: true }],
    ['triggers.task_created', { completed: false }],
    ['triggers.task_completed', { completed: true }],
    ['creates.complete_task', { completed: true }],
    ['creates.create_conversation', { alreadyExisted: false, lastMessageBody: null }],
    ['creates.send_email', { channel: 'email', emailMessageId: expect.any(String) }],
    ['creates.send_sms', { channel: 'sms', emailMessageId: null }],
    ['creates.reply_to_review', { channel: 'review' }],
    ['creates.cancel_scheduled_message', { canceled: true }],
    ['creates.add_contact_tags', { tags: expect.arrayContaining(['vip']), changed: ['vip'] }],
    ['creates.remove_contact_tags', { tags: ['customer'], changed: ['vip'] }],
    ['creates.add_contact_to_workflow', { isInWorkflow: true }],
    ['creates.remove_contact_from_workflow', { isInWorkflow: false }],
    ['creates.add_contact_to_campaign', { isInCampaign: true }],
    ['creates.remove_contact_from_campaign', { isInCampaign: false }],
    ['creates.delete_contact', { deleted: true }],
    ['creates.delete_conversation', { deleted: true }],
    ['creates.delete_user', { deleted: true }],
  ])('of %s is what it returns: %j', (path, expected) => {
    expect(sampleOf(path)).toMatchObject(expected);
  });

  test.each(EACH_VISIBLE)('of %s has values that its choices offer', (_path, operation) => {
    const { fields, sample } = operation;
    const strange = fields.flatMap((field) => {
      const key = String(field['key']);
      const choices = offered(field);
      const value = toText(sample[key]);
      return choices && value !== null && !choices.includes(value) ? [`${key}: ${value}`] : [];
    });
    expect(strange).toEqual([]);
  });

  test.each(EACH_VISIBLE)('of %s is of one channel', (_path, { sample }) => {
    if (sample['channel'] === undefined || sample['channel'] === 'email') return;
    expect([sample['emailMessageId'] ?? null, sample['subject'] ?? null]).toEqual([null, null]);
    expect(toRecord(sample['emailContent'])['html'] ?? null).toBeNull();
  });
});

describe.each(EACH_VISIBLE)('What %s returns', (path, { outputFields, sample }) => {
  const labels = outputFields.map(({ label }) => String(label));

  test('has no word twice in a row, and says URL where a link is meant', () => {
    expect(labels.filter((label) => /\b(\w{3,}?)s? \1/i.test(label))).toEqual([]);
    const addresses = labels.filter((label) => /\bAddress(es)?\b/.test(label));
    expect(addresses.filter((label) => !/(Email|Street) Address/.test(label))).toEqual([]);
    expect(labels.filter((label) => /\bAnswer\b|Event ID/.test(label))).toEqual([]);
  });

  test('says of nothing that lives that it is not deleted', () => {
    if (labels.includes('Is Deleted')) expect(sample['deleted']).toBe(true);
    else expect(path).not.toMatch(/creates\.delete_/);
  });

  test('starts with who and what, and ends with the IDs of other records', () => {
    const isOther = (label: string) => / IDs?$/.test(label);
    const [, ...rest] = labels;
    const firstOther = rest.findIndex(isOther);
    const names = rest.slice(firstOther).filter((label) => /\b(Name|Text|Subject)$/.test(label));
    // Custom fields and line items have names of their own.
    expect(firstOther === -1 ? [] : names.filter((label) => !isLine(label))).toEqual([]);
  });

  test('has one list of files, and the URLs of attachments after it', () => {
    const lists = toList(outputFields)
      .filter(isRecord)
      .filter(({ type, list }) => type === 'file' && list === true);
    expect(lists.length).toBeLessThanOrEqual(1);
    const urls = labels.indexOf('Attachment URLs');
    if (urls !== -1 && lists.length > 0) expect(urls).toBe(labels.length - 1);
  });

  function isLine(label: string): boolean {
    return outputFields.some(
      (field) => field['label'] === label && String(field['key']).includes('[]'),
    );
  }
});
