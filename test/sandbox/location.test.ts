import { describe, expect, test } from '@jest/globals';

import { at, contactId, dto, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const here = { locationId: HARBOUR };

const companyId = async (): Promise<string> => text(await sandbox.control(''), 'company', 'id');

describe('sub-account', () => {
  test('itself and its time zones', async () => {
    const { locations } = sandbox.sdk();
    expect(await locations.getLocation(here)).toMatchObject({
      location: { id: HARBOUR, name: 'Harbour Dental', companyId: await companyId() },
    });
    expect(list(await locations.getTimezones(here), 'timeZones')).toContain('Europe/Vienna');
  });

  test('phone numbers in pages counted from 0', async () => {
    const { phoneSystem } = sandbox.sdk();
    const first: unknown = await phoneSystem.activeNumbers({ ...here, pageSize: 2, page: 0 });
    const second: unknown = await phoneSystem.activeNumbers({ ...here, pageSize: 2, page: 1 });
    expect(first).toMatchObject({
      page: 0,
      pageSize: 2,
      accountStatus: 'active',
      numbers: [{ phoneNumber: '+16175550100', isDefaultNumber: true }, {}],
    });
    expect(list(second, 'numbers')).toHaveLength(1);
  });

  test('tags', async () => {
    const { locations } = sandbox.sdk();
    const created: unknown = await locations.createTag(here, { name: 'Orthodontics' });
    const tag = { ...here, tagId: text(created, 'tag', 'id') };
    expect(at(created, 'tag', 'name')).toBe('orthodontics');
    expect(await locations.updateTag(tag, { name: 'braces' })).toMatchObject({
      tag: { name: 'braces' },
    });
    expect(await locations.getTagById(tag)).toMatchObject({ tag: { name: 'braces' } });
    expect(list(await locations.getLocationTags(here), 'tags')).toHaveLength(6);
    expect(await locations.deleteTag(tag)).toMatchObject({ succeded: true });
  });

  test('custom fields of every type, by model', async () => {
    const { locations } = sandbox.sdk();
    const fields = list(await locations.getCustomFields(here), 'customFields');
    expect(new Set(fields.map((field) => at(field, 'dataType')))).toEqual(
      new Set([
        'TEXT',
        'LARGE_TEXT',
        'NUMERICAL',
        'PHONE',
        'MONETORY',
        'CHECKBOX',
        'SINGLE_OPTIONS',
        'MULTIPLE_OPTIONS',
        'RADIO',
        'DATE',
        'TEXTBOX_LIST',
        'FILE_UPLOAD',
        'SIGNATURE',
      ]),
    );
    const all = list(await locations.getCustomFields({ ...here, model: 'all' }), 'customFields');
    expect(all).toHaveLength(fields.length + 1);
    const created: unknown = await locations.createCustomField(
      here,
      dto({ name: 'Shoe Size', dataType: 'NUMERICAL' }),
    );
    const field = { ...here, id: text(created, 'customField', 'id') };
    expect(created).toMatchObject({ customField: { fieldKey: 'contact.shoe_size' } });
    expect(await locations.updateCustomField(field, dto({ name: 'Size' }))).toMatchObject({
      customField: { name: 'Size' },
    });
    expect(await locations.getCustomField(field)).toMatchObject({ customField: { name: 'Size' } });
    expect(await locations.deleteCustomField(field)).toMatchObject({ succeded: true });
  });

  test('custom values', async () => {
    const { locations } = sandbox.sdk();
    const created: unknown = await locations.createCustomValue(here, { name: 'Fax', value: '1' });
    const value = { ...here, id: text(created, 'customValue', 'id') };
    expect(await locations.updateCustomValue(value, { name: 'Fax', value: '2' })).toMatchObject({
      customValue: { value: '2' },
    });
    expect(await locations.getCustomValue(value)).toMatchObject({ customValue: { value: '2' } });
    expect(list(await locations.getCustomValues(here), 'customValues')).toHaveLength(3);
    expect(await locations.deleteCustomValue(value)).toEqual({
      succeeded: true,
      traceId: expect.any(String),
    });
  });

  test('templates by type', async () => {
    const { locations } = sandbox.sdk();
    const sms: unknown = await locations.gETAllOrEmailSmsTemplates({
      ...here,
      originId: HARBOUR,
      type: 'sms',
    });
    expect(sms).toMatchObject({ totalCount: 2, templates: [{ type: 'sms' }, { type: 'sms' }] });
  });
});

describe('users', () => {
  const person = async (): Promise<Record<string, unknown>> => ({
    companyId: await companyId(),
    firstName: 'Nia',
    lastName: 'Field',
    email: 'nia.field@example.com',
    password: 'long enough',
    type: 'account',
    role: 'user',
    locationIds: [HARBOUR],
  });

  test('are searched and listed', async () => {
    const { users } = sandbox.sdk();
    const found: unknown = await users.searchUsers({ companyId: await companyId(), query: 'dana' });
    expect(found).toMatchObject({
      count: 1,
      users: [{ firstName: 'Dana', roles: { role: 'admin' } }],
    });
    const all = await sandbox.call(`/users/?locationId=${HARBOUR}`);
    expect(list(all.body, 'users')).toHaveLength(4);
    const company = sandbox.sdk(await sandbox.issue({ company: true }));
    const filtered: unknown = await company.users.filterUsersByEmail(
      dto({ companyId: await companyId(), emails: 'dana.reyes@example.com,nobody@example.com' }),
    );
    expect(at(filtered, 'count')).toBe(1);
  });

  test('are created, updated, deleted; the password is never answered', async () => {
    const { users } = sandbox.sdk();
    const created: unknown = await users.createUser(
      dto({ ...(await person()), permissions: { settingsEnabled: false } }),
    );
    expect(created).toMatchObject({
      name: 'Nia Field',
      permissions: { settingsEnabled: false, contactsEnabled: true },
      roles: { type: 'account', role: 'user', locationIds: [HARBOUR] },
    });
    expect(JSON.stringify(created)).not.toContain('long enough');
    const user = { userId: text(created, 'id') };
    expect(await users.updateUser(user, dto({ role: 'admin' }))).toMatchObject({
      roles: { role: 'admin' },
    });
    expect(await users.getUser(user)).toMatchObject({ email: 'nia.field@example.com' });
    expect(await users.deleteUser(user)).toMatchObject({
      succeded: true,
      message: expect.stringContaining('Queued deleting user'),
    });
    expect((await sandbox.call(`/users/${user.userId}`)).status).toBe(400);
    expect(JSON.stringify(await sandbox.control('/requests'))).not.toContain('long enough');
  });

  test.each([
    [{ email: 'dana.reyes@example.com' }, 400],
    [{ password: 'short' }, 400],
    [{ role: 'owner' }, 422],
    [{ companyId: 'x' }, 403],
    [{ permissions: { flyingEnabled: true } }, 422],
    [{ firstName: undefined }, 422],
  ])('with %j are refused with %i', async (change, status) => {
    const answer = await sandbox.call('/users/', { body: { ...(await person()), ...change } });
    expect(answer.status).toBe(status);
  });
});

test('courses are imported; a wrong one is named by its place', async () => {
  const course = (contentType: string) => ({
    locationId: HARBOUR,
    products: [
      {
        title: 'Brushing',
        description: 'How to',
        categories: [
          {
            title: 'Basics',
            visibility: 'published',
            posts: [{ title: 'One', visibility: 'draft', contentType, description: 'x' }],
          },
        ],
      },
    ],
  });
  await sandbox.sdk().courses.importCourses(dto(course('video')));
  expect(await sandbox.control('/state/courseImports')).toMatchObject([
    { products: [{ title: 'Brushing' }] },
  ]);
  const wrong = await sandbox.call('/courses/courses-exporter/public/import', {
    body: course('poem'),
  });
  expect(wrong.status).toBe(422);
  expect(text(wrong.body, 'message', 0)).toContain('contentType must be a valid enum value');
});

describe('preferences', () => {
  const path = '/conversations/preferences/unsubscriptions/user-change';
  const change = (action: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
    ...here,
    contactId: contactId(0),
    email: 'anna.lindqvist@example.com',
    subscription_action: { subtype_status: 'unsubscribed', ...action },
    ...more,
  });

  const status = async (name: string): Promise<unknown> => {
    const found: unknown = await sandbox
      .sdk()
      .conversations.getContactUnsubscriptionStatus({ ...here, contactId: contactId(0) });
    const row = list(found, 'statuses', 0, 'subscriptions').find(
      (one) => at(one, 'subtype_name') === name,
    );
    return at(row, 'subtype_status');
  };

  test('subtypes are listed, created, archived', async () => {
    const { conversations } = sandbox.sdk();
    const created: unknown = await conversations.createCustomSubtype(
      here,
      dto({ name: 'Offers', channel: 'email', language: 'en' }),
    );
    const id = text(created, 'id');
    const updated: unknown = await conversations.updateCustomSubtype(
      { ...here, id },
      dto({ archived: true }),
    );
    expect(at(updated, 'archived')).toBe(true);
    expect(list(await conversations.getAllCustomSubtypes(here), 'subtypes')).toHaveLength(3);
    const long = await sandbox.call(
      `/conversations/preferences/custom-subtypes?locationId=${HARBOUR}`,
      { body: { name: 'x'.repeat(101), channel: 'sms', language: 'en' } },
    );
    expect(long.status).toBe(422);
  });

  test('a contact unsubscribes, and comes back with a legal reason only', async () => {
    const { conversations } = sandbox.sdk();
    const newsletter = text(
      list(await sandbox.control('/state/subtypes')).find(
        (one) => at(one, 'name') === 'Newsletter',
      ),
      'id',
    );
    await conversations.userSubscriptionChange(
      dto(change({ type: 'custom', subtype_id: newsletter })),
    );
    expect(await status('Newsletter')).toBe('unsubscribed');
    expect(await status('One on One')).toBe('subscribed');
    const back = change({ type: 'resub_all', subtype_status: 'subscribed' });
    expect((await sandbox.call(path, { body: back })).status).toBe(400);
    await conversations.userSubscriptionChange(dto({ ...back, legal_reason: 'Asked by phone' }));
    expect(await status('Newsletter')).toBe('subscribed');
  });
});
