import { describe, expect, test } from '@jest/globals';

import { agentId, emailTemplateId, linkId, mediaId } from '../../sandbox/seed/marketing.ts';
import { userId } from '../../sandbox/seed/users.ts';
import { envelope, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  orNull,
  problemsOf,
  record,
  seconds,
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
const ALT = { altId: HARBOUR, altType: 'location' };
const alt = `altId=${HARBOUR}&altType=location`;
const place = `locationId=${HARBOUR}`;
const LINK = `/links/${linkId('Book a Visit')}`;
const AGENT = `/conversation-ai/agents/${agentId('Front Desk')}`;

const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
  sandbox.call(path, { method, ...(body === undefined ? {} : { body }) });
const media = (query = ''): Promise<Answer> =>
  sandbox.call(`/medias/files?${alt}&sortBy=name&sortOrder=asc&type=file&${query}`);
const names = async (answer: Promise<Answer>, key: string): Promise<unknown[]> =>
  list((await answer).body, key).map((one) => at(one, 'name'));

function form(parts: Record<string, string | Blob>): FormData {
  const made = new FormData();
  for (const [key, value] of Object.entries(parts)) {
    if (typeof value === 'string') made.append(key, value);
    else made.append(key, value, 'plan.pdf');
  }
  return made;
}
const upload = (parts: Record<string, string | Blob>): Promise<Answer> =>
  sandbox.call('/medias/upload-file', { body: form(parts) });
const pdf = new Blob(['%PDF-1.4'], { type: 'application/pdf' });

const link = record({
  id: aText,
  name: aText,
  redirectTo: aText,
  fieldKey: like(/^\{\{trigger_link\.[A-Za-z0-9]{20}\}\}$/),
  locationId: aText,
});
const agent = {
  id: aText,
  name: aText,
  businessName: optional(aText),
  mode: like(/^(off|suggestive|auto-pilot)$/),
  channels: listOf(aText),
  waitTime: number,
  waitTimeUnit: aText,
  sleepEnabled: boolean,
  sleepTime: optional(number),
  sleepTimeUnit: optional(aText),
  actions: listOf(anything),
  isPrimary: boolean,
  autoPilotMaxMessages: number,
  goal: optional(aText),
  knowledgeBaseIds: listOf(aText),
  sleepOnManualMessage: optional(boolean),
  sleepOnWorkflowMessage: optional(boolean),
};
const oneAgent = record({ ...agent, personality: aText, instructions: aText, traceId });

const template = { locationId: HARBOUR, type: 'html', title: 'Offer' };
const content = {
  locationId: HARBOUR,
  templateId: emailTemplateId('Welcome'),
  updatedBy: userId('dana'),
  dnd: { elements: [], attrs: {}, templateSettings: {} },
  html: '<p>Hello</p>',
  editorType: 'html',
};

const ANSWERS: [string, () => Promise<Answer>, Shape][] = [
  [
    'GET /medias/files',
    () => media('fetchAll=true'),
    record({
      files: listOf(
        record({
          _id: aText,
          altId: aText,
          altType: exactly('location'),
          name: aText,
          parentId: orNull(aText),
          type: like(/^(file|folder)$/),
          url: optional(aText),
          path: optional(aText),
          contentType: optional(aText),
          size: number,
          createdAt: iso,
          updatedAt: iso,
        }),
      ),
      traceId,
    }),
  ],
  [
    'POST /medias/upload-file',
    () => upload({ file: pdf }),
    record({ fileId: aText, url: like(/^http/), traceId }),
  ],
  [
    'POST /medias/folder',
    () => call('POST', '/medias/folder', { ...ALT, name: 'New' }),
    record({
      _id: aText,
      altId: aText,
      altType: exactly('location'),
      name: aText,
      parentId: orNull(aText),
      type: exactly('folder'),
      deleted: boolean,
      pendingUpload: boolean,
      isPrivate: boolean,
      relocatedFolder: boolean,
      migrationCompleted: boolean,
      appFolder: boolean,
      isEssential: boolean,
      traceId,
    }),
  ],
  ['GET /links/', () => sandbox.call(`/links/?${place}`), record({ links: listOf(link), traceId })],
  [
    'GET /links/search',
    () => sandbox.call(`/links/search?${place}`, { version: '2021-04-15' }),
    record({ links: listOf(link), traceId }),
  ],
  [
    'GET /links/id/{id}',
    () => sandbox.call(`/links/id/${linkId('Book a Visit')}?${place}`),
    record({ link, traceId }),
  ],
  [
    'POST /links/',
    () =>
      call('POST', '/links/', {
        locationId: HARBOUR,
        name: 'X',
        redirectTo: 'https://a.example.com',
      }),
    record({ link, traceId }),
  ],
  ['DELETE /links/{id}', () => call('DELETE', LINK), record({ succeded: exactly(true), traceId })],
  [
    'GET /emails/builder',
    () => sandbox.call(`/emails/builder?${place}`),
    record({
      builders: listOf(
        record({
          id: aText,
          name: aText,
          updatedBy: aText,
          isPlainText: boolean,
          lastUpdated: iso,
          dateAdded: iso,
          previewUrl: aText,
          version: aText,
          templateType: aText,
        }),
      ),
      total: number,
      traceId,
    }),
  ],
  [
    'POST /emails/builder',
    () => call('POST', '/emails/builder', template),
    record({ redirect: aText, traceId }),
  ],
  [
    'POST /emails/builder/data',
    () => call('POST', '/emails/builder/data', content),
    record({ ok: exactly('true'), previewUrl: aText, templateDownloadUrl: aText, traceId }),
  ],
  [
    'GET /emails/schedule',
    () => sandbox.call(`/emails/schedule?${place}`),
    record({ schedules: listOf(mapOf(anything)), total: number, traceId }),
  ],
  [
    'GET /conversation-ai/agents/search',
    () => sandbox.call('/conversation-ai/agents/search', { version: '2021-04-15' }),
    record({
      agents: listOf(record({ ...agent, createdAt: iso, updatedAt: iso })),
      totalCount: number,
      count: number,
      traceId,
    }),
  ],
  ['GET /conversation-ai/agents/{id}', () => sandbox.call(AGENT), oneAgent],
  [
    'PUT /conversation-ai/agents/{id}',
    () => call('PUT', AGENT, { autoPilotMaxMessages: 5 }),
    oneAgent,
  ],
];

test.each(ANSWERS)('%s answers with the documented keys and types', async (_, ask, shape) => {
  const answer = await ask();
  expect(answer.status).toBeLessThan(300);
  expect(problemsOf(shape, answer.body)).toEqual([]);
});

test.each([
  [`/medias/files?${alt}&sortBy=name&sortOrder=asc&type=file`, 'medias.readonly'],
  [`/links/?${place}`, 'links.readonly'],
  [`/emails/builder?${place}`, 'emails/builder.readonly'],
  [`/emails/schedule?${place}`, 'emails/schedule.readonly'],
  [AGENT, 'conversation-ai.readonly'],
])('%s asks for its scope and for a token of the sub-account', async (path, scope) => {
  const withoutScope = await sandbox.issue({ withoutScopes: [scope] });
  const company = await sandbox.issue({ company: true });
  for (const token of [withoutScope, company]) {
    expect((await sandbox.call(path, { token })).status).toBe(401);
  }
  const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
  expect((await sandbox.call(path, { token: other })).status).toBe(403);
});

describe('the media library', () => {
  test('lists one folder, or finds by a part of the name in all', async () => {
    expect(await names(media(), 'files')).toEqual(['Reception.png']);
    const folder = `parentId=${mediaId('Brochures')}`;
    expect(await names(media(folder), 'files')).toEqual(['Price list.pdf']);
    expect(await names(media('query=PRICE'), 'files')).toEqual(['Price list.pdf']);
    expect(await names(media('fetchAll=true&limit=1&offset=1'), 'files')).toEqual([
      'Reception.png',
    ]);
    expect((await sandbox.call(`/medias/files?${alt}&type=file`)).status).toBe(422);
  });

  test('takes a file, or fetches it from its address', async () => {
    const sent = await upload({ file: pdf, name: 'Plan', parentId: mediaId('Brochures') });
    expect(await (await fetch(text(sent.body, 'url'))).text()).toBe('%PDF-1.4');
    const fileUrl = `${sandbox.url}/files/seed/price-list.pdf`;
    const fetched = await upload({ hosted: 'true', fileUrl });
    expect(text(fetched.body, 'url')).toMatch(/price-list\.pdf$/);
    const folder = `parentId=${mediaId('Brochures')}`;
    expect(await names(media(folder), 'files')).toEqual(['Plan', 'Price list.pdf']);
    await sandbox.control('/settings', { mediaFolders: false });
    await upload({ file: pdf, name: 'At the top', parentId: mediaId('Brochures') });
    expect(await names(media(), 'files')).toContain('At the top');
  });

  test.each([
    ['without a file', { name: 'Plan' }, 422],
    ['without an address', { hosted: 'true' }, 422],
    ['at what is no address', { hosted: 'true', fileUrl: 'plan.pdf' }, 422],
    ['with an unknown key', { file: pdf, altId: HARBOUR }, 422],
    ['into what is no folder', { file: pdf, parentId: mediaId('Reception.png') }, 400],
    ['of more than 25 MB', { file: new Blob([new Uint8Array(25 * 1024 * 1024 + 1)]) }, 413],
  ])('refuses an upload %s', async (_, parts, status) => {
    expect((await upload(parts)).status).toBe(status);
  });

  test('renames and deletes, a folder with what is in it', async () => {
    const path = `/medias/${mediaId('Reception.png')}`;
    await call('POST', path, { ...ALT, name: 'Door.png' });
    expect(await names(media(), 'files')).toEqual(['Door.png']);
    await call('DELETE', `/medias/${mediaId('Brochures')}?${alt}`);
    expect(await names(media('fetchAll=true'), 'files')).toEqual(['Door.png']);
    const filesToBeUpdated = [{ id: mediaId('Reception.png'), name: 'Gate.png' }];
    await call('PUT', '/medias/update-files', { ...ALT, filesToBeUpdated });
    expect(await names(media(), 'files')).toEqual(['Gate.png']);
    const filesToBeDeleted = [{ _id: mediaId('Reception.png') }];
    await call('PUT', '/medias/delete-files', { ...ALT, filesToBeDeleted, status: 'deleted' });
    expect(await names(media('fetchAll=true'), 'files')).toEqual([]);
    expect((await call('DELETE', `${path}?${alt}`)).status).toBe(404);
  });
});

describe('trigger links', () => {
  test('are changed with both of their fields', async () => {
    expect((await call('PUT', LINK, { name: 'Book' })).status).toBe(422);
    const body = { name: 'Book', redirectTo: 'https://a.example.com' };
    expect((await call('PUT', LINK, body)).body).toMatchObject({ link: body });
    expect(await names(sandbox.call(`/links/search?${place}&query=book`), 'links')).toEqual([
      'Book',
    ]);
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(LINK, { token: other, method: 'DELETE' })).status).toBe(403);
  });
});

describe('email templates', () => {
  test('are made empty, and get their text in a second call', async () => {
    const made = await call('POST', '/emails/builder', template);
    const templateId = text(made.body, 'redirect');
    const written = await call('POST', '/emails/builder/data', { ...content, templateId });
    expect(written.status).toBe(201);
    expect(await (await fetch(text(written.body, 'previewUrl'))).text()).toBe('<p>Hello</p>');
    const list = (query: string): Promise<unknown[]> =>
      names(sandbox.call(`/emails/builder?${place}&${query}`), 'builders');
    expect(await list('')).toEqual(['Offer', 'Welcome', 'Newsletter']);
    expect(await list('archived=true')).toEqual(['Recall']);
    expect(await list('search=news&sortByDate=asc')).toEqual(['Newsletter']);
    await call('DELETE', `/emails/builder/${HARBOUR}/${templateId}`);
    expect(await list('limit=1')).toEqual(['Welcome']);
    const incomplete = { ...content, dnd: undefined };
    expect((await call('POST', '/emails/builder/data', incomplete)).status).toBe(422);
  });

  test('are sent by campaigns, of which the finished ones are listed', async () => {
    const campaigns = (query: string): Promise<unknown[]> =>
      names(sandbox.call(`/emails/schedule?${place}&${query}`), 'schedules');
    expect(await campaigns('')).toEqual(['Spring Newsletter']);
    expect(await campaigns('emailStatus=scheduled')).toEqual(['Summer Newsletter']);
  });
});

describe('agents', () => {
  test('change their mode where the number of messages is named', async () => {
    expect((await call('PUT', AGENT, { mode: 'off' })).status).toBe(422);
    const changed = await call('PUT', AGENT, { mode: 'off', autoPilotMaxMessages: 25 });
    expect(changed.body).toMatchObject({ name: 'Front Desk', mode: 'off' });
    expect((await call('PUT', AGENT, { mode: 'on', autoPilotMaxMessages: 1 })).status).toBe(422);
  });

  test('are found by a part of their name, page after page', async () => {
    const search = (query: string): Promise<unknown[]> =>
      names(sandbox.call(`/conversation-ai/agents/search?${query}`), 'agents');
    expect(await search('')).toEqual(['Front Desk', 'Night Shift']);
    expect(await search('query=night')).toEqual(['Night Shift']);
    expect(await search(`startAfter=${agentId('Front Desk')}&limit=1`)).toEqual(['Night Shift']);
  });

  test('tell how an answer came about', async () => {
    const sent = await sandbox.control('/messages', {
      contactId: contactId(0),
      direction: 'outbound',
      body: 'We open at nine.',
    });
    const query = `messageId=${text(sent, 'messageId')}&source=conversation`;
    const answer = await sandbox.call(`/conversation-ai/generations?${query}`);
    expect(answer.body).toMatchObject({
      responseMessage: 'We open at nine.',
      agentId: agentId('Front Desk'),
    });
  });
});

describe('what becomes of an email', () => {
  const flags = mapOf(boolean);
  const shape = record({
    ...envelope,
    type: exactly('LCEmailStats'),
    locationId: aText,
    companyId: aText,
    webhookPayload: record({
      event: aText,
      id: aText,
      timestamp: seconds,
      flags,
      message: record({
        attachments: listOf(anything),
        headers: record({ 'message-id': aText, from: aText, to: aText }),
        size: number,
      }),
      'log-level': aText,
      recipient: like(/^[^@<>]+@[^@<>]+$/),
      'recipient-domain': aText,
      tags: listOf(aText),
      'recipient-provider': aText,
      campaigns: listOf(anything),
      'delivery-status': mapOf(anything),
      envelope: mapOf(aText),
      url: optional(aText),
    }),
  });

  test.each([
    ['delivered', 'delivered'],
    ['opened', 'opened'],
    ['clicked', 'clicked'],
    ['bounced', 'failed'],
  ])('%s is told, and the email is %s', async (event, status) => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const mail = await sandbox.control('/messages', {
      contactId: contactId(0),
      channel: 'Email',
      direction: 'outbound',
      html: '<p>Hi</p>',
    });
    await sandbox.control('/email-events', { contactId: contactId(0), event });
    const [delivery] = list(await sandbox.control('/deliveries?type=LCEmailStats'));
    expect(problemsOf(shape, at(delivery, 'body'))).toEqual([]);
    const path = `/conversations/messages/email/${text(mail, 'emailMessageId')}`;
    expect((await sandbox.call(path)).body).toMatchObject({ emailMessage: { status } });
  });
});
