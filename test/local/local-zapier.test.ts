import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { LocalZapier, PackagedApp } from '../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';

let zapier: LocalZapier;
/** Anna, who has a conversation. */
let contactId: string;

beforeAll(async () => {
  zapier = await LocalZapier.start({ relay: true, subAccount: 'Harbour Dental' });
});

afterAll(() => zapier.close());

beforeEach(async () => {
  await zapier.reset();
  contactId = toText((await zapier.sandbox.record('contacts', { firstName: 'Anna' }))['id']) ?? '';
});

test('Starting names the sub-accounts where there is none of that name', async () => {
  await expect(LocalZapier.start({ subAccount: 'Elsewhere' })).rejects.toThrow(
    /no sub-account Elsewhere. It has: .*Harbour Dental/,
  );
});

test('Opening says what to do where nothing was packaged', async () => {
  await expect(PackagedApp.open({ zip: '/no/such/build.zip' })).rejects.toThrow(
    'There is no /no/such/build.zip. Run npm run package first.',
  );
});

describe('An operation', () => {
  test('runs, whatever its kind', async () => {
    const [found] = await zapier.run('searches.find_contact', { contactId });
    expect(found).toMatchObject({ id: contactId, firstName: 'Anna' });
    const note = await zapier.create('add_note', { contactId, body: 'Prefers mornings.' });
    expect(note).toMatchObject({ bodyText: 'Prefers mornings.' });
    expect(await zapier.poll('new_message', { contactId })).not.toEqual([]);
  });

  test('that fails says so with the class and the sentence of the error', async () => {
    await expect(zapier.search('find_contact', {})).rejects.toMatchObject({
      name: expect.stringMatching(/Error$/),
      summary: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });
});

describe('A form', () => {
  const keysOf = (fields: RawRecord[]) => fields.map(({ key }) => key);

  test('shows the fields for what is filled in', async () => {
    const first = await zapier.inputFields('creates.send_message');
    const forEmail = await zapier.inputFields('creates.send_message', { channel: 'email' });
    expect(keysOf(first)).not.toContain('subject');
    expect(keysOf(forEmail)).toContain('subject');
    const [contact] = forEmail.filter(({ key }) => key === 'contactId');
    expect(toRecord(contact?.['choices'])).toHaveProperty('perform');
  });

  test('has dropdowns: declared, filled by a function, filled by a hidden trigger', async () => {
    const channels = await zapier.choices('creates.send_message', 'channel');
    expect(channels.results).toContainEqual({ id: 'sms', label: 'SMS' });
    expect(channels.pagingToken).toBeNull();

    await zapier.sandbox.post('/bulk', { kind: 'contacts', count: 120 });
    const first = await zapier.choices('creates.send_message', 'contactId');
    const second = await zapier.choices('creates.send_message', 'contactId', {
      pagingToken: first.pagingToken ?? '',
    });
    const ids = new Set(first.results.map(({ id }) => id));
    expect(second.results.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(second.results).not.toEqual([]);

    // These fields show only once the channel is chosen.
    const inputData = { channel: 'email' };
    const types = await zapier.choices('creates.send_message', 'customSubtypeId', { inputData });
    expect(types.results.map(({ label }) => label)).toContainEqual(expect.stringMatching(/[a-z]/));
    const emails = await zapier.choices('creates.send_message', 'threadId', { inputData });
    expect(emails.pagingToken).toBe('1');
    const beyond = await zapier.choices('creates.send_message', 'threadId', {
      inputData,
      pagingToken: '99',
    });
    expect(beyond).toEqual({ results: [], pagingToken: null });
  });

  test('has no dropdown where a field has none', async () => {
    await expect(zapier.choices('creates.send_message', 'message')).rejects.toThrow(
      'The field message of creates.send_message has no dropdown.',
    );
    await expect(zapier.choices('creates.send_message', 'nothing')).rejects.toThrow(
      'creates.send_message has no field nothing with these inputs.',
    );
  });
});

test('The output fields of an operation include those of the account', async () => {
  const fields = await zapier.app.outputFields('searches.find_contact', {
    authData: zapier.authData,
  });
  expect(fields).toContainEqual(expect.objectContaining({ key: 'firstName' }));
});

describe('A recording', () => {
  test('shows each request with its answer, and no token', async () => {
    const { outcome, runs } = await zapier.app.record(() =>
      zapier.search('find_contact', { contactId }),
    );
    expect(outcome).toMatchObject({ status: 'fulfilled', value: [{ id: contactId }] });
    expect(runs).toMatchObject([
      {
        method: 'searches.find_contact.operation.perform',
        requests: [
          {
            method: 'GET',
            url: `${zapier.sandbox.url}/contacts/${contactId}`,
            headers: { Authorization: expect.stringContaining(':censored:') },
            status: 200,
            responseHeaders: { 'content-type': expect.stringContaining('json') },
            responseBody: expect.stringContaining('"Anna"'),
          },
        ],
      },
    ]);
    expect(JSON.stringify(runs)).not.toContain(zapier.authData['access_token']);
  });

  test('shows the body that was sent', async () => {
    const { runs } = await zapier.app.record(() =>
      zapier.create('add_note', { contactId, body: 'Prefers mornings.' }),
    );
    const [request] = runs.flatMap(({ requests }) => requests);
    expect(request).toMatchObject({ method: 'POST', url: expect.stringMatching(/notes$/) });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ body: 'Prefers mornings.' });
  });

  test('shows what a step asked that failed', async () => {
    await zapier.sandbox.post('/faults', {
      path: '/contacts/*',
      status: 502,
      html: '<h1>Bad gateway</h1>',
    });
    const { outcome, runs } = await zapier.app.record(() =>
      zapier.search('find_contact', { contactId }),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'ThrottledError' } });
    expect(runs).toMatchObject([
      { requests: [{ status: 502, responseBody: '<h1>Bad gateway</h1>' }] },
    ]);
  });

  test('holds nothing that others do at the same time', async () => {
    const [{ runs }, { runs: others }] = await Promise.all([
      zapier.app.record(() => zapier.search('find_contact', { contactId })),
      zapier.app.record(() => zapier.poll('new_message', { contactId })),
      zapier.poll('new_conversation'),
    ]);
    expect(runs.map(({ method }) => method)).toEqual(['searches.find_contact.operation.perform']);
    expect(others.map(({ method }) => method)).toEqual(['triggers.new_message.operation.perform']);
  });
});

describe('A Zap', () => {
  const write = (body: string) => zapier.sandbox.post('/messages', { contactId, body });

  test('that polls starts once with what is new', async () => {
    const zap = zapier.pollingZap('new_message', { contactId });
    await write('Before');
    expect(await zap.switchOn()).not.toEqual([]);
    await write('After');
    const first = await zap.poll();
    expect(first.started).toMatchObject([{ body: 'After' }]);
    expect(first.items.length).toBeGreaterThan(1);
    expect((await zap.poll()).started).toEqual([]);
    expect(await zap.samples()).not.toEqual([]);
  });

  test('with an instant trigger starts with what the relay delivers, until it is off', async () => {
    const zap = zapier.instantZap('new_inbound_message');
    await zap.switchOn();
    await write('Hello');
    const [item] = await zap.next();
    expect(item).toMatchObject({ body: 'Hello' });
    expect(await zapier.hydrate(item)).toMatchObject({ contact: { name: 'Anna Lindqvist' } });
    await zap.switchOff();
    await write('Hello again');
    // Answered once no webhook is under way.
    await zapier.sandbox.list('/deliveries');
    expect(zap.waiting).toBe(0);
  });
});

test('The log has a line for each request; none where it is left out, but a recording has it', async () => {
  const { app } = zapier;
  const find = () => zapier.search('find_contact', { contactId });
  const lines = () => app.rpc.logs.filter(({ data }) => data['log_type'] === 'http').length;
  expect(app.requestLog).toBe(true);
  await find();
  expect(lines()).toBe(1);
  app.requestLog = false;
  await find();
  expect(lines()).toBe(1);
  const { runs } = await app.record(find);
  expect(lines()).toBe(1);
  app.requestLog = true;
  expect(runs).toMatchObject([{ requests: [{ status: 200 }] }]);
});

test('A pointer that this app did not sign is refused', async () => {
  const forged = 'hydrate|||e30=:bm8=|||hydrate';
  await expect(zapier.hydrate({ contact: forged })).rejects.toThrow('not signed');
});

test('Tokens are traded for new ones', async () => {
  const before = zapier.authData['access_token'];
  await zapier.refresh();
  expect(zapier.authData['access_token']).not.toBe(before);
  expect(await zapier.search('find_contact', { contactId })).toHaveLength(1);
});
