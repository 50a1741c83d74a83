import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { dropdown } from '../support/dropdown.ts';
import { startFileHost, type FileHost } from '../support/file-host.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let files: FileHost;
let anna: RawRecord;
let marcus: RawRecord;

beforeAll(async () => {
  [zapier, files] = await Promise.all([sharedZapier(), startFileHost()]);
});

afterAll(() => files.close());

beforeEach(async () => {
  await zapier.sandbox.reset();
  anna = await zapier.sandbox.record('contacts', { firstName: 'Anna' });
  marcus = await zapier.sandbox.record('contacts', { firstName: 'Marcus' });
});

const tagsOf = async ({ id }: RawRecord) =>
  (await zapier.sandbox.record('contacts', { id: String(id) }))['tags'];

test('Many contacts are tagged and untagged, by ID, email and number, and nobody is lost', async () => {
  const contacts = [String(anna['id']), String(marcus['phone']), 'nobody@example.com'];
  const added = await zapier.create('add_tags_to_contacts', { contacts, tags: ['Recall'] });
  expect(added).toMatchObject({
    summary: '2 of 3 contacts updated; 1 not found.',
    notFound: ['nobody@example.com'],
  });
  for (const person of [anna, marcus]) {
    expect(await tagsOf(person)).toEqual([...toList(person['tags']), 'recall']);
  }

  const removed = await zapier.create('remove_tags_from_contacts', {
    contacts: String(anna['email']),
    tags: 'recall',
  });
  expect(removed).toMatchObject({ updatedCount: 1 });
  expect(await tagsOf(anna)).toEqual(anna['tags']);
});

test('Files go into a custom field of a contact, which keeps those it has', async () => {
  const fields = await dropdown(zapier, 'creates.upload_file_to_contact', 'customFieldId');
  const [customFieldId] = Object.entries(fields).find(([, name]) => name === 'X-Ray') ?? [];
  const upload = (...names: string[]) =>
    zapier.create('upload_file_to_contact', {
      contactId: marcus['id'],
      customFieldId,
      files: names.map((name) => files.address(name, 'image/png', 2_000)),
    });

  const before = toRecord(await upload('first.png'))['fileCount'];
  const { uploaded, fileUrls, fileCount } = await upload('second.png');

  expect(uploaded).toEqual(['second.png']);
  expect(fileCount).toBe(Number(before) + 1);
  expect(fileUrls).toEqual(expect.arrayContaining([expect.stringMatching(/second\.png$/)]));
  await expect(upload('a.png', 'b.png', 'c.png')).rejects.toThrow(/accepts 3 files at most/);
});

test('A contact is found by a custom field, and among many by an opportunity', async () => {
  const fields = await dropdown(zapier, 'searches.find_contact_by_field', 'field');
  const keyOf = (name: string) =>
    Object.entries(fields).find(([, label]) => label === name)?.[0] ?? '';
  const form = await zapier.inputFields('creates.update_contact');
  const nickname = form.find(({ label }) => label === 'Preferred Name')?.['key'];
  await zapier.create('update_contact', { contactId: anna['id'], [String(nickname)]: 'Annie L' });

  const byName = { field: keyOf('Preferred Name'), value: 'annie l' };
  expect(await zapier.search('find_contact_by_field', byName)).toMatchObject([{ id: anna['id'] }]);
  expect(await zapier.search('find_contact_by_field', { ...byName, value: 'annie' })).toEqual([]);

  const open = `/state/opportunities?status=open&locationId=${String(anna['locationId'])}`;
  const [opportunity = {}] = await zapier.sandbox.list(open);
  const [list] = await zapier.search('find_contacts', {
    pipelineId: opportunity['pipelineId'],
    pipelineStageId: opportunity['pipelineStageId'],
    opportunityStatus: 'open',
  });
  const ids = toList(toRecord(list)['contacts']).map((one) => toRecord(one)['id']);
  expect(ids).toContain(opportunity['contactId']);
});

test('Contact Matched starts once for a contact, when it first matches', async () => {
  const zap = zapier.pollingZap('contact_matched', { tag: ['recall'] });
  await zapier.create('add_contact_tags', { contactId: marcus['id'], tags: ['recall'] });
  await zap.switchOn();
  expect((await zap.poll()).started).toEqual([]);

  await zapier.create('add_contact_tags', { contactId: anna['id'], tags: ['recall'] });
  expect((await zap.poll()).started).toMatchObject([{ id: anna['id'], firstName: 'Anna' }]);

  for (const { id } of [anna, marcus]) {
    await zapier.create('update_contact', { contactId: id, city: 'Springfield' });
  }
  expect((await zap.poll()).started).toEqual([]);
});

test('Task Due Soon starts once for each due date', async () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const zap = zapier.pollingZap('task_due_soon', { timeBefore: 30, timeUnit: 'minutes' });
  await zap.switchOn();
  const contactId = anna['id'];
  const task = { title: 'Send the offer', dueDate: inMinutes(20) };
  const { id: taskId } = await zapier.create('create_task', { contactId, ...task });
  await zapier.create('create_task', { contactId, title: 'Later', dueDate: inMinutes(90) });

  expect((await zap.poll()).started).toMatchObject([{ id: taskId, title: 'Send the offer' }]);
  expect((await zap.poll()).started).toEqual([]);

  await zapier.create('update_task', { contactId, taskId, dueDate: inMinutes(25) });
  expect((await zap.poll()).started).toMatchObject([{ id: taskId }]);
});

describe('Conversations', () => {
  test('that wait for an answer are found, the latest message first', async () => {
    const body = 'Is Thursday at ten still free?';
    await zapier.sandbox.post('/messages', { contactId: anna['id'], channel: 'SMS', body });

    const [list] = await zapier.search('find_conversations', {
      direction: 'inbound',
      lastMessageAfter: new Date(Date.now() - 60_000).toISOString(),
    });

    expect(list).toMatchObject({
      count: 1,
      unreadCount: 1,
      summary: expect.stringContaining(`Anna Lindqvist (SMS, inbound, unread): ${body}`),
      conversations: [{ contactId: anna['id'], lastMessageBody: body }],
    });
  });

  test('have scheduled messages, which are found and canceled', async () => {
    const contactId = String(anna['id']);
    const sent = await zapier.create('send_message', {
      contactId,
      channel: 'sms',
      message: 'See you tomorrow.',
      scheduledTimestamp: new Date(Date.now() + 86_400_000).toISOString(),
    });

    const [list] = await zapier.search('find_scheduled_messages', { contactId });
    const [found] = toList(toRecord(list)['messages']);
    expect(found).toMatchObject({ id: sent['id'], body: 'See you tomorrow.' });

    await zapier.create('cancel_scheduled_message', { messageId: toRecord(found)['id'] });
    expect(await zapier.search('find_scheduled_messages', { contactId })).toEqual([]);
  });
});
