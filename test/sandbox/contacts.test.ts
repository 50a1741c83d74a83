import { describe, expect, test } from '@jest/globals';

import { fieldId } from '../../sandbox/seed/lists.ts';
import { at, contactId, dto, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const search = (body: Record<string, unknown>): Promise<unknown> =>
  sandbox
    .sdk()
    .contacts.searchContactsAdvanced(dto({ locationId: HARBOUR, pageLimit: 100, ...body }));

const names = async (body: Record<string, unknown>): Promise<string[]> =>
  list(await search(body), 'contacts')
    .map((row) => text(row, 'firstName'))
    .sort();

describe('search', () => {
  test('newest first, with null for what is missing and a cursor in each row', async () => {
    const answer = await search({ pageLimit: 3 });
    expect(at(answer, 'total')).toBe(50);
    const rows = list(answer, 'contacts');
    expect(rows).toHaveLength(3);
    expect(at(rows[0], 'searchAfter')).toEqual([expect.any(Number), text(rows[0], 'id')]);
    const [noPhone] = list(await search({ query: 'Leila' }), 'contacts');
    expect(at(noPhone, 'phone')).toBeNull();
  });

  test('pages by number and by searchAfter alike', async () => {
    const second = list(await search({ pageLimit: 10, page: 2 }), 'contacts');
    const first = list(await search({ pageLimit: 10 }), 'contacts');
    const searchAfter = at(first[9], 'searchAfter');
    const next = list(await search({ pageLimit: 10, searchAfter }), 'contacts');
    expect(next).toEqual(second);
  });

  test.each([
    [{ query: 'anna' }, ['Anna', 'Hannah']],
    [{ query: '+1 (617) 555-0121' }, ['Marcus']],
    [
      { filters: [{ field: 'email', operator: 'eq', value: 'ANNA.LINDQVIST@example.com' }] },
      ['Anna'],
    ],
    [
      { filters: [{ field: 'firstNameLowerCase', operator: 'contains', value: 'ann' }] },
      ['Anna', 'Hannah'],
    ],
    [
      { filters: [{ field: 'phone', operator: 'not_exists' }] },
      ['Amara', 'Callum', 'Leila', 'Noah', 'Yuki'],
    ],
    [
      {
        filters: [
          { field: `customFields.${fieldId('Insurance')}`, operator: 'eq', value: 'Private' },
        ],
      },
      ['Anna'],
    ],
    [
      {
        filters: [
          {
            group: 'OR',
            filters: [
              { field: 'email', operator: 'eq', value: 'anna.lindqvist@example.com' },
              { field: 'companyName', operator: 'contains', value: 'berg arch' },
            ],
          },
        ],
      },
      ['Anna', 'Linnea'],
    ],
  ])('%j', async (body, expected) => {
    expect(await names(body)).toEqual(expected);
  });

  test('dates by range, sorting by field', async () => {
    const since = Date.now() - 72 * 3_600_000;
    const recent = list(
      await search({
        filters: [{ field: 'dateAdded', operator: 'range', value: { gte: since } }],
        sort: [{ field: 'dateAdded', direction: 'asc' }],
      }),
      'contacts',
    ).map((row) => Date.parse(text(row, 'dateAdded')));
    expect(recent.length).toBeGreaterThan(1);
    expect(recent.every((date) => date >= since)).toBe(true);
    expect(recent).toEqual([...recent].sort((a, b) => a - b));
  });

  test('unknown fields and operators are refused', async () => {
    for (const filter of [
      { field: 'shoeSize', operator: 'eq', value: 1 },
      { field: 'email', operator: 'sounds_like', value: 'x' },
    ]) {
      const answer = await sandbox.call('/contacts/search', {
        body: { locationId: HARBOUR, pageLimit: 1, filters: [filter] },
      });
      expect(answer.status).toBe(400);
    }
  });

  test('duplicates by email, then by phone', async () => {
    const { contacts } = sandbox.sdk();
    const find = (query: { email?: string; number?: string }): Promise<unknown> =>
      contacts.getDuplicateContact({ locationId: HARBOUR, ...query });
    expect(at(await find({ email: 'Anna.Lindqvist@example.com' }), 'contact', 'id')).toBe(
      contactId(0),
    );
    expect(at(await find({ number: '+16175550121' }), 'contact', 'id')).toBe(contactId(1));
    expect(at(await find({ email: 'nobody@example.com' }), 'contact')).toBeNull();
  });
});

describe('writing', () => {
  test('create, read, update, delete', async () => {
    const { contacts } = sandbox.sdk();
    const created: unknown = await contacts.createContact(
      dto({
        locationId: HARBOUR,
        name: 'Nils Holm Berg',
        email: 'nils@example.com',
        phone: '(617) 555-0177',
        tags: ['VIP', 'Garden'],
        customFields: [{ key: 'preferred_name', field_value: 'Nisse' }],
      }),
    );
    const id = text(created, 'contact', 'id');
    expect(created).toMatchObject({
      contact: {
        firstName: 'Nils',
        lastName: 'Holm Berg',
        phone: '+16175550177',
        tags: ['vip', 'garden'],
        customFields: [{ id: fieldId('Preferred Name'), value: 'Nisse' }],
      },
    });
    const tags = await sandbox.call(`/locations/${HARBOUR}/tags`);
    expect(list(tags.body, 'tags').map((tag) => at(tag, 'name'))).toContain('garden');
    await contacts.updateContact({ contactId: id }, dto({ city: 'Salem', tags: ['new'] }));
    const found: unknown = await contacts.getContact({ contactId: id });
    expect(found).toMatchObject({ contact: { city: 'Salem', tags: ['new'], firstName: 'Nils' } });
    expect(await contacts.deleteContact({ contactId: id })).toMatchObject({ succeded: true });
    expect((await sandbox.call(`/contacts/${id}`)).status).toBe(400);
  });

  test('duplicates are refused with the contact they match', async () => {
    const answer = await sandbox.call('/contacts/', {
      body: { locationId: HARBOUR, email: 'anna.lindqvist@example.com' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        message: 'This location does not allow duplicated contacts.',
        meta: { contactId: contactId(0), matchingField: 'email' },
      },
    });
  });

  test('empties what the update says is null', async () => {
    const body = { website: null, assignedTo: null, dateOfBirth: null, postalCode: null };
    const answer = await sandbox.call(`/contacts/${contactId(0)}`, { method: 'PUT', body });
    const contact = at(answer.body, 'contact');
    for (const key of ['website', 'assignedTo', 'dateOfBirth']) {
      expect(at(contact, key)).toBeUndefined();
    }
    expect(at(contact, 'postalCode')).toBe('02111');
  });

  test('upsert updates the match and drops a phone that belongs to another', async () => {
    const { contacts } = sandbox.sdk();
    const updated: unknown = await contacts.upsertContact(
      dto({
        locationId: HARBOUR,
        email: 'anna.lindqvist@example.com',
        phone: '+16175550121',
        city: 'Salem',
      }),
    );
    expect(updated).toMatchObject({
      new: false,
      contact: { id: contactId(0), phone: '+16175550120', city: 'Salem' },
    });
    const created: unknown = await contacts.upsertContact(
      dto({ locationId: HARBOUR, phone: '+16175550188' }),
    );
    expect(created).toMatchObject({ new: true, contact: { phone: '+16175550188' } });
  });

  test('options that a field does not have are dropped without a word', async () => {
    const put = async (name: string, value: unknown): Promise<unknown> => {
      const body = { customFields: [{ id: fieldId(name), field_value: value }] };
      const answer = await sandbox.call(`/contacts/${contactId(2)}`, { method: 'PUT', body });
      expect(answer.status).toBe(200);
      return at(answer.body, 'contact', 'customFields');
    };
    expect(await put('Insurance', 'Platinum')).toEqual([]);
    expect(await put('Languages', ['Arabic', 'Klingon'])).toEqual([
      { id: fieldId('Languages'), value: ['Arabic'] },
    ]);
  });

  test('an upsert refuses an empty email and takes an empty phone', async () => {
    const upsert = (body: Record<string, unknown>) =>
      sandbox.call('/contacts/upsert', { body: { locationId: HARBOUR, ...body } });
    expect(await upsert({ phone: '+16175550188', email: '' })).toMatchObject({
      status: 422,
      body: { message: ['email must be an email'] },
    });
    const taken = await upsert({ email: 'new.here@example.com', phone: '' });
    expect(taken).toMatchObject({ status: 200, body: { new: true, contact: { country: 'US' } } });
  });

  test('what the spec answers with 201 is answered with 200', async () => {
    const contact = contactId(0);
    const created = [
      sandbox.call('/contacts/', { body: { locationId: HARBOUR, email: 'one@example.com' } }),
      sandbox.call(`/contacts/${contact}/notes`, { body: { body: 'Note' } }),
      sandbox.call(`/contacts/${contact}/tasks`, {
        body: { title: 'Task', dueDate: '2030-01-01T00:00:00Z', completed: false },
      }),
      sandbox.call(`/contacts/${contact}/tags`, { body: { tags: ['one'] } }),
      sandbox.call(`/locations/${HARBOUR}/tags`, { body: { name: 'two' } }),
      sandbox.call(`/locations/${HARBOUR}/customFields`, {
        body: { name: 'Field', dataType: 'TEXT' },
      }),
      sandbox.call(`/locations/${HARBOUR}/customValues`, { body: { name: 'Value', value: 'x' } }),
    ];
    const statuses = (await Promise.all(created)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test.each([
    [{ email: 'nobody' }, 422],
    [{ phone: '12' }, 422],
    [{ assignedTo: 'nobody' }, 400],
    [{ dndSettings: { Fax: { status: 'active' } } }, 422],
    [{ dndSettings: { SMS: { status: 'on' } } }, 422],
    [{ locationId: HARBOUR }, 422],
  ])('an update with %j is answered %i', async (body, status) => {
    const answer = await sandbox.call(`/contacts/${contactId(0)}`, { method: 'PUT', body });
    expect(answer.status).toBe(status);
  });

  test('assigning the contact assigns its conversation', async () => {
    const users = list(await sandbox.control('/state/users'));
    const assignedTo = text(users[2], 'id');
    await sandbox.sdk().contacts.updateContact({ contactId: contactId(2) }, dto({ assignedTo }));
    const found = await sandbox.call(
      `/conversations/search?locationId=${HARBOUR}&assignedTo=${assignedTo}&contactId=${contactId(2)}`,
    );
    expect(at(found.body, 'total')).toBe(1);
  });
});

describe('what belongs to a contact', () => {
  const id = { contactId: contactId(0) };

  test('tags are added and removed', async () => {
    const { contacts } = sandbox.sdk();
    const before = list(
      await sandbox.call(`/contacts/${contactId(0)}`).then(({ body }) => body),
      'contact',
      'tags',
    );
    const added: unknown = await contacts.addTags(id, { tags: ['Parking'] });
    expect(at(added, 'tags')).toEqual([...before, 'parking']);
    const removed: unknown = await contacts.removeTags(id, { tags: ['parking'] });
    expect(at(removed, 'tags')).toEqual(before);
    const bulk: unknown = await contacts.createAssociation(
      { type: 'add' },
      dto({ contacts: [contactId(0), 'nope'], tags: ['a'], locationId: HARBOUR }),
    );
    expect(bulk).toMatchObject({ succeded: false, errorCount: 1 });
  });

  test('notes', async () => {
    const { contacts } = sandbox.sdk();
    const created: unknown = await contacts.createNote(id, dto({ body: 'Note', pinned: true }));
    const note = { ...id, id: text(created, 'note', 'id') };
    expect(created).toMatchObject({
      note: { body: 'Note', pinned: true, contactId: contactId(0) },
    });
    expect(list(await contacts.getAllNotes(id), 'notes')).toHaveLength(3);
    expect(await contacts.updateNote(note, dto({ body: 'Other' }))).toMatchObject({
      note: { body: 'Other' },
    });
    expect(await contacts.getNote(note)).toMatchObject({ note: { id: note.id } });
    expect(await contacts.deleteNote(note)).toMatchObject({ succeded: true });
  });

  test('tasks, and their search over the location', async () => {
    const { contacts, locations } = sandbox.sdk();
    const created: unknown = await contacts.createTask(
      id,
      dto({ title: 'Order crowns', dueDate: '2030-05-06T07:08:09+02:00', completed: false }),
    );
    expect(created).toMatchObject({ task: { dueDate: '2030-05-06T05:08:09.000Z' } });
    const task = { ...id, taskId: text(created, 'task', 'id') };
    expect(list(await contacts.getAllTasks(id), 'tasks')).toHaveLength(2);
    expect(await contacts.updateTask(task, dto({ title: 'Order two crowns' }))).toMatchObject({
      task: { title: 'Order two crowns' },
    });
    expect(await contacts.updateTaskCompleted(task, { completed: true })).toMatchObject({
      task: { completed: true },
    });
    expect(await contacts.getTask(task)).toMatchObject({ task: { completed: true } });
    const found: unknown = await locations.taskSearch(
      { locationId: HARBOUR },
      dto({ query: 'crowns', completed: true, contactId: [contactId(0)] }),
    );
    expect(found).toMatchObject({ tasks: [{ id: task.taskId, contactId: contactId(0) }] });
    expect(await contacts.deleteTask(task)).toMatchObject({ succeded: true });
  });

  test('followers', async () => {
    const { contacts } = sandbox.sdk();
    const user = text(await sandbox.control('/state/users'), 1, 'id');
    expect(await contacts.addFollowersContact(id, { followers: [user] })).toMatchObject({
      followersAdded: [user],
    });
    const followed = await sandbox.call(
      `/conversations/search?locationId=${HARBOUR}&followers=${user}`,
    );
    expect(at(followed.body, 'total')).toBe(1);
    expect(await contacts.removeFollowersContact(id, { followers: [user] })).toMatchObject({
      followers: [],
    });
  });

  test('workflows: published ones, with a body or without', async () => {
    const { contacts, workflows } = sandbox.sdk();
    const all = list(await workflows.getWorkflow({ locationId: HARBOUR }), 'workflows');
    const withStatus = (status: string): string =>
      text(
        all.find((workflow) => at(workflow, 'status') === status),
        'id',
      );
    const workflowId = withStatus('published');
    expect(await contacts.addContactToWorkflow({ ...id, workflowId }, dto({}))).toMatchObject({
      succeded: true,
    });
    expect(at(await sandbox.control(`/state/contacts?id=${contactId(0)}`), 0, 'workflows')).toEqual(
      [workflowId],
    );
    expect(await contacts.deleteContactFromWorkflow({ ...id, workflowId }, dto({}))).toMatchObject({
      succeded: true,
    });
    const path = `/contacts/${contactId(0)}/workflow`;
    const draft = await sandbox.call(`${path}/${withStatus('draft')}`, { body: {} });
    expect(draft.status).toBe(400);
    const bare = await sandbox.call(`${path}/${workflowId}`, { method: 'POST' });
    expect(bare).toMatchObject({ status: 200, body: { succeded: true, succeeded: true } });
  });

  test('campaigns', async () => {
    const { contacts, campaigns } = sandbox.sdk();
    const published = list(
      await campaigns.getCampaigns({ locationId: HARBOUR, status: 'published' }),
      'campaigns',
    );
    expect(published).toHaveLength(1);
    const campaign = { ...id, campaignId: text(published[0], 'id') };
    await contacts.addContactToCampaign(campaign, dto({}));
    expect(at(await sandbox.control(`/state/contacts?id=${contactId(0)}`), 0, 'campaigns')).toEqual(
      [campaign.campaignId],
    );
    expect(await contacts.removeContactFromCampaign(campaign)).toMatchObject({ succeded: true });
    expect(await contacts.removeContactFromEveryCampaign(id)).toMatchObject({ succeded: true });
  });
});

describe('seeded people', () => {
  test('include two of one name', async () => {
    const rows = list(await search({ query: 'Dmitri Volkov' }), 'contacts');
    expect(rows).toHaveLength(2);
    expect(at(rows, 0, 'email')).not.toBe(at(rows, 1, 'email'));
  });

  test('have dates of birth before 1973 in milliseconds, and with an offset', async () => {
    const born = async (index: number): Promise<unknown> => {
      const { body } = await sandbox.call(`/contacts/${contactId(index)}`);
      return at(body, 'contact', 'dateOfBirth');
    };
    expect(new Date(Number(await born(14))).toISOString()).toBe('1971-12-31T00:00:00.000Z');
    expect(new Date(Number(await born(16))).toISOString()).toBe('1954-11-06T00:00:00.000Z');
    expect(await born(20)).toBe('1990-05-17T00:00:00+02:00');
  });
});
