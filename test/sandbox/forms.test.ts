import { describe, expect, test } from '@jest/globals';

import { formId } from '../../sandbox/seed/forms.ts';
import { fieldId } from '../../sandbox/seed/lists.ts';
import { traceId } from './shapes.ts';
import {
  anything,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  ms,
  number,
  optional,
  orNull,
  problemsOf,
  record,
  type Shape,
  text as aText,
} from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const place = `locationId=${HARBOUR}`;
const DAY = 86_400_000;
const longAgo = new Date(Date.now() - 90 * DAY).toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + DAY).toISOString().slice(0, 10);

const submissions = (query = '', kind = 'forms'): Promise<Answer> =>
  sandbox.call(`/${kind}/submissions?${place}&${query}`);
const count = async (query: string, kind = 'forms'): Promise<number> =>
  list((await submissions(query, kind)).body, 'submissions').length;

const named = listOf(record({ id: aText, name: aText, locationId: aText }));

/** The answers stand beside two keys of their own, under names that are not known beforehand. */
const others: Shape = (value, path, problems) => {
  const { eventData, fieldsOriSequance, ...answers } = Object.fromEntries<unknown>(
    Object.entries(value ?? {}),
  );
  mapOf(anything)(answers, path, problems);
  listOf(aText)(fieldsOriSequance, `${path}.fieldsOriSequance`, problems);
  record({
    fbc: aText,
    fbp: aText,
    page: record({ url: aText, title: aText }),
    type: exactly('page-visit'),
    domain: aText,
    medium: like(/^(form|survey)$/),
    source: aText,
    version: aText,
    adSource: aText,
    mediumId: aText,
    parentId: aText,
    referrer: aText,
    fbEventId: aText,
    timestamp: ms,
    parentName: aText,
    fingerprint: aText,
    pageVisitType: like(/^(form|survey)$/),
    contactSessionIds: record({ ids: listOf(aText) }),
    url_params: mapOf(aText),
    ip: aText,
  })(eventData, `${path}.eventData`, problems);
};

const submission = {
  id: aText,
  contactId: aText,
  createdAt: iso,
  formId: optional(aText),
  surveyId: optional(aText),
  name: aText,
  email: aText,
  others,
};
const meta = record({
  total: number,
  currentPage: number,
  nextPage: orNull(number),
  prevPage: orNull(number),
});

test.each([
  ['/forms/', record({ forms: named, total: number, traceId })],
  ['/surveys/', record({ surveys: named, total: number, traceId })],
  ['/forms/submissions', record({ submissions: listOf(record(submission)), meta, traceId })],
  ['/surveys/submissions', record({ submissions: listOf(record(submission)), meta, traceId })],
])('%s has the documented keys and types', async (path, shape) => {
  const answer = await sandbox.call(`${path}?${place}`);
  expect(answer.status).toBe(200);
  expect(problemsOf(shape, answer.body)).toEqual([]);
});

test('lists of forms have pages of fifty at most, and folders apart', async () => {
  const forms = await sandbox.call(`/forms/?${place}&limit=1&skip=1`);
  expect(forms.body).toMatchObject({ total: 2, forms: [{ name: 'Callback' }] });
  const folders = await sandbox.call(`/forms/?${place}&type=folder`);
  expect(folders.body).toMatchObject({ total: 1, forms: [{ name: 'Old forms' }] });
  expect((await sandbox.call(`/forms/?${place}&limit=51`)).status).toBe(422);
});

describe('submissions', () => {
  test('are those of the last month, of the asked form, by day or text', async () => {
    expect(await count('')).toBe(4);
    expect(await count(`startAt=${longAgo}&endAt=${tomorrow}`)).toBe(5);
    expect(await count(`formId=${formId('Callback')}`)).toBe(2);
    expect(await count(`q=${contactId(3)}`)).toBe(1);
    expect(await count('q=lindqvist')).toBe(1);
    expect(await count(`surveyId=${formId('After the Visit')}`, 'surveys')).toBe(2);
    expect((await submissions('startAt=01-31-2026')).status).toBe(422);
    expect((await submissions('limit=101')).status).toBe(422);
  });

  test('come in pages', async () => {
    const first = await submissions('limit=3');
    expect(at(first.body, 'meta')).toMatchObject({ total: 4, nextPage: 2, prevPage: null });
    const second = await submissions('limit=3&page=2');
    expect(at(second.body, 'meta')).toMatchObject({ nextPage: null, prevPage: 1 });
    expect(list(second.body, 'submissions')).toHaveLength(1);
  });

  test('hold the answers by name or id of the field, and where they came from', async () => {
    const answer = await submissions(`formId=${formId('New Patient')}`);
    expect(list(answer.body, 'submissions')[0]).toMatchObject({
      contactId: contactId(0),
      others: {
        first_name: 'Anna',
        [fieldId('Insurance')]: 'Private',
        eventData: { medium: 'form', url_params: { utm_campaign: 'spring' } },
      },
    });
  });

  test('are made by somebody who fills in the form', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const made = await sandbox.control('/submissions', {
      formId: formId('Callback'),
      email: 'new.person@example.com',
      firstName: 'Nadia',
      answers: { best_time: 'Evenings' },
      utm: { utm_source: 'ads' },
    });
    const contact = text(made, 'contactId');
    expect((await sandbox.call(`/contacts/${contact}`)).body).toMatchObject({
      contact: { firstName: 'Nadia' },
    });
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual(['ContactCreate']);
    const again = { formId: formId('Callback'), contactId: contact, count: 150 };
    await sandbox.control('/submissions', again);
    expect(await count(`q=${contact}&limit=100&page=2`)).toBe(51);
  });

  test('stay within the sub-account and the scopes', async () => {
    const token = await sandbox.issue({ withoutScopes: ['forms.readonly'] });
    expect((await sandbox.call(`/forms/?${place}`, { token })).status).toBe(401);
    expect((await sandbox.call(`/surveys/?${place}`, { token })).status).toBe(200);
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`/forms/submissions?${place}`, { token: other })).status).toBe(403);
  });
});

describe('a file for a contact', () => {
  const upload = (
    part: string,
    name = 'x-ray.png',
    bytes: string | Uint8Array<ArrayBuffer> = 'pixels',
  ): Promise<Answer> => {
    const form = new FormData();
    form.append(part, new Blob([bytes], { type: 'image/png' }), name);
    const query = `contactId=${contactId(4)}&${place}`;
    return sandbox.call(`/forms/upload-custom-files?${query}`, { body: form });
  };
  const part = (field = 'X-Ray'): string => `${fieldId(field)}_${crypto.randomUUID()}`;

  test('goes into its field, beside the others, and can be read', async () => {
    const first = await upload(part());
    expect(first.status).toBe(200);
    const second = await upload(part(), 'second.png');
    const fields = list(second.body, 'contact', 'customFields');
    const files = Object.values(at(fields, 0, 'value') ?? {});
    expect(files).toMatchObject([
      { meta: { originalname: 'x-ray.png', size: 6, mimetype: 'image/png' } },
      { meta: { originalname: 'second.png' } },
    ]);
    const file = await fetch(text(files, 0, 'url'));
    expect(await file.text()).toBe('pixels');
  });

  test.each([
    ['a field that takes none', () => upload(part('Preferred Name')), 400],
    ['no field', () => upload('file'), 400],
    ['a type that is not accepted', () => upload(part(), 'run.exe'), 400],
    ['more than 50 MB', () => upload(part(), 'big.png', new Uint8Array(50 * 1024 * 1024 + 1)), 400],
    [
      'no file',
      () =>
        sandbox.call(`/forms/upload-custom-files?contactId=${contactId(4)}&${place}`, { body: {} }),
      400,
    ],
    [
      'no contact',
      () => sandbox.call(`/forms/upload-custom-files?${place}`, { body: new FormData() }),
      422,
    ],
  ])('is refused for %s', async (_, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  test('is refused where the field is full', async () => {
    for (let index = 0; index < 3; index += 1) expect((await upload(part())).status).toBe(200);
    expect((await upload(part())).status).toBe(400);
  });
});
