import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
/** The seeded contact with the most details, and another one. */
let anna: RawRecord;
let marcus: RawRecord;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.sandbox.reset();
  anna = await zapier.sandbox.record('contacts', { firstName: 'Anna' });
  marcus = await zapier.sandbox.record('contacts', { firstName: 'Marcus' });
});

const stored = (id: unknown) => zapier.sandbox.record('contacts', { id: String(id) });

describe('Create or update', () => {
  test('creates a contact, with tags and typed custom fields', async () => {
    const fields = await zapier.app.inputFields('creates.upsert_contact', {
      authData: zapier.authData,
    });
    const keyOf = (label: string) =>
      String(fields.find((field) => field['label'] === label)?.['key']);

    const created = await zapier.create('upsert_contact', {
      email: 'New.Person@example.com',
      phone: '+1 617 555 0191',
      firstName: 'New',
      dateOfBirth: '1990-05-17',
      tags: ['VIP', 'from zap'],
      [keyOf('Preferred Name')]: 'Newt',
      [keyOf('Number of Children')]: '3',
      [keyOf('Last Check-up')]: '2026-11-24T23:00:00-05:00',
      [keyOf('Interests')]: ['Whitening', 'Braces'],
      [keyOf('Insurance')]: 'Private',
      [keyOf('Medical Notes')]: 'None\nso far',
    });

    expect(created).toMatchObject({
      isNew: true,
      notSaved: [],
      email: 'new.person@example.com',
      phone: '+16175550191',
      tags: ['vip', 'from zap'],
    });
    const values = await customValues(created['id']);
    expect(values).toEqual({
      'Preferred Name': 'Newt',
      'Number of Children': 3,
      'Last Check-up': '2026-11-24',
      Interests: ['Whitening', 'Braces'],
      Insurance: 'Private',
      'Medical Notes': 'None\nso far',
    });
    expect(fields.map((field) => field['label'])).not.toContain('X-Ray');
  });

  test('updates the contact with the same email and keeps its tags', async () => {
    const updated = await zapier.create('upsert_contact', {
      email: anna['email'],
      city: 'Cambridge',
      tags: ['added'],
    });

    expect(updated).toMatchObject({ id: anna['id'], isNew: false, city: 'Cambridge' });
    expect(updated['tags']).toEqual([...tagsOf(anna), 'added']);
    expect(await stored(anna['id'])).toMatchObject({ city: 'Cambridge', address1: '4 Quay Road' });
  });

  test('says when a phone number belongs to another contact and was dropped', async () => {
    const updated = await zapier.create('upsert_contact', {
      email: anna['email'],
      phone: marcus['phone'],
    });

    expect(updated).toMatchObject({
      id: anna['id'],
      phone: anna['phone'],
      notSaved: ['Phone Number'],
      notice: expect.stringContaining('another contact'),
    });
  });

  test('finds or creates: the record found names the custom fields as the one created does', async () => {
    const [found] = await zapier.search('find_contact', { email: String(anna['email']) });
    const outputs = await zapier.app.list({
      method: 'searches.find_contact.operation.outputFields',
      bundle: { authData: zapier.authData },
    });
    const children = outputs.find((field) => field['label'] === 'Number of Children');
    const id = String(children?.['key']).split('__')[1] ?? '';

    expect(toRecord(found?.['custom'])[id]).toBe(2);
    expect(children).toMatchObject({ type: 'number' });
  });
});

describe('A contact', () => {
  test('is updated, and emptied where asked', async () => {
    const updated = await zapier.create('update_contact', {
      contactId: anna['id'],
      lastName: 'Berg {{contact.city}}',
      emptied: ['website', 'dateOfBirth'],
    });

    expect(updated).toMatchObject({
      id: anna['id'],
      lastName: 'Berg {{contact.city}}',
      website: null,
      dateOfBirth: null,
    });
  });

  test('is tagged and untagged', async () => {
    const contactId = anna['id'];
    const added = await zapier.create('add_contact_tags', { contactId, tags: ['One, TWO'] });
    expect(added['tags']).toEqual([...tagsOf(anna), 'one', 'two']);

    const removed = await zapier.create('remove_contact_tags', { contactId, tags: ['one'] });
    expect(removed['tags']).toEqual([...tagsOf(anna), 'two']);
  });

  test('is assigned with its conversation, and taken from everyone', async () => {
    const contactId = anna['id'];
    const team = await dropdown(zapier, 'creates.assign_contact', 'userId');
    const [userId] = Object.entries(team).find(([, name]) => name === 'Miguel Ortega') ?? [];

    await zapier.create('assign_contact', { contactId, userId });
    const [conversation] = await zapier.search('find_conversation', {
      contactId: String(contactId),
    });
    expect(conversation).toMatchObject({ assignedTo: userId });

    const freed = await zapier.create('assign_contact', { contactId, userId: 'unassigned' });
    expect(freed['assignedTo']).toBeNull();
  });

  test('does not want to be disturbed on one channel, and keeps what it said of another', async () => {
    const closed = await zapier.sandbox.record('contacts', { firstName: 'Nora' });

    const set = await zapier.create('set_do_not_disturb', {
      contactId: closed['id'],
      email: 'active',
      inbound: 'inactive',
      reason: 'asked by phone',
    });

    expect(set).toMatchObject({ sms: 'active', email: 'active', call: null, inbound: 'inactive' });
    expect(await stored(closed['id'])).toMatchObject({
      dndSettings: {
        SMS: { status: 'active', message: 'STOP', code: '103' },
        Email: { status: 'active', message: 'asked by phone' },
      },
    });
  });

  test('is deleted', async () => {
    expect(await zapier.create('delete_contact', { contactId: anna['id'] })).toEqual({
      id: anna['id'],
      deleted: true,
    });
    expect(await zapier.search('find_contact', { contactId: String(anna['id']) })).toEqual([]);
  });

  test('gets a note and a task, which is found and completed', async () => {
    const contactId = String(anna['id']);
    const note = await zapier.create('add_note', { contactId, body: 'Hi {{contact.first_name}}' });
    expect(note).toMatchObject({ contactId, body: 'Hi {{contact.first_name}}' });

    const task = await zapier.create('create_task', {
      contactId,
      title: 'Send the whitening offer',
      dueDate: '2026-12-01 09:00',
    });
    const [found] = await zapier.search('find_task', { query: 'whitening offer' });
    expect(found).toMatchObject({
      id: task['id'],
      completed: false,
      contactName: 'Anna Lindqvist',
    });
    expect(await dropdown(zapier, 'creates.complete_task', 'taskId', { contactId })).toMatchObject({
      [String(task['id'])]: 'Send the whitening offer',
    });

    const done = await zapier.create('complete_task', { contactId, taskId: task['id'] });
    expect(done).toMatchObject({ id: task['id'], completed: true });
  });
});

describe('New contact', () => {
  test('asks once and gives the newest first', async () => {
    const created = await zapier.create('upsert_contact', { email: 'latest@example.com' });
    await zapier.sandbox.delete('/requests');

    const contacts = await zapier.poll('new_contact');

    expect(contacts[0]).toMatchObject({ id: created['id'], email: 'latest@example.com' });
    expect(contacts).toHaveLength(51);
    expect(await zapier.sandbox.list('/requests')).toHaveLength(1);
  });

  test('keeps to a tag and a user', async () => {
    const team = await dropdown(zapier, 'triggers.new_contact', 'assignedTo');
    const [userId] = Object.entries(team).find(([, name]) => name === 'Dana Reyes') ?? [];

    const contacts = await zapier.poll('new_contact', { tag: 'VIP', assignedTo: userId });

    expect(contacts.length).toBeGreaterThan(1);
    for (const contact of contacts) {
      expect(contact['tags']).toContain('vip');
      expect(contact['assignedTo']).toBe(userId);
    }
  });
});

function tagsOf(contact: RawRecord): unknown[] {
  const { tags } = contact;
  return Array.isArray(tags) ? tags : [];
}

/** A contact's custom values as the local HighLevel keeps them, by the names of the fields. */
async function customValues(contactId: unknown): Promise<RawRecord> {
  const fields = await zapier.sandbox.list('/state/customFields');
  const { customFields } = await stored(contactId);
  const values = Array.isArray(customFields) ? customFields.map(toRecord) : [];
  return Object.fromEntries(
    values.map(({ id, value }) => [
      String(fields.find((field) => field['id'] === id)?.['name']),
      value,
    ]),
  );
}
