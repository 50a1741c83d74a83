import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import {
  AGENCY,
  asMarketplaceApp,
  highLevelFor,
  listsSubAccounts,
  MINTED,
  mints,
  notAsMarketplaceApp,
  tokenAnswer,
} from '../../support/agency.ts';
import {
  App,
  cached,
  forgetCache,
  highLevel,
  LOCATION_ID,
  run,
  runMethod,
} from '../../support/app.ts';
import { choicesOf, isSubAccountField } from '../../support/fields.ts';
import { failing } from '../../support/failure.ts';
import * as hydrators from '../../../hydrators.ts';
import { subAccountField } from '../../../lib/operations/sub_account_field.ts';
import { toList, toRecord } from '../../../resources/values.ts';

const createConversation = App.creates.create_conversation;

beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);
beforeEach(forgetCache);

const create = (sub_account: unknown = LOCATION_ID) =>
  run(createConversation, {
    inputData: { sub_account, contactId: 'hT7gK2mWq9ZbR4xVnL0s' },
    authData: AGENCY,
  });

const answersCreate = (token = MINTED, locationId = LOCATION_ID) =>
  highLevelFor(token).post('/conversations/', {
    locationId,
    contactId: 'hT7gK2mWq9ZbR4xVnL0s',
  });

const CREATED = {
  success: true,
  conversation: { id: 'cnv1ZbR4xVnL0shT7gK2', contactId: 'con1ZbR4xVnL0shT7gK2' },
};

describe('A step of an agency', () => {
  test('works in its sub-account with a minted token, which the next step finds in the cache', async () => {
    mints().reply(200, tokenAnswer());
    answersCreate().twice().reply(200, CREATED);
    expect(await create()).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2' });
    expect(await create()).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2' });
  });

  test('keeps its token encrypted, for those who have the token of the agency', async () => {
    mints().reply(200, tokenAnswer());
    answersCreate().reply(200, CREATED);
    await create();
    expect(cached()).toContain('token-');
    expect(cached()).not.toContain(MINTED);
    const other = { ...AGENCY, access_token: 'agency-token-after-a-refresh' };
    highLevelFor(other.access_token)
      .post('/oauth/locationToken', { companyId: AGENCY.companyId, locationId: LOCATION_ID })
      .reply(200, tokenAnswer('minted-anew'));
    answersCreate('minted-anew').reply(200, CREATED);
    const inputData = { sub_account: LOCATION_ID, contactId: 'hT7gK2mWq9ZbR4xVnL0s' };
    expect(await run(createConversation, { inputData, authData: other })).toMatchObject({
      id: 'cnv1ZbR4xVnL0shT7gK2',
    });
  });

  test.each([['Example Studio'], [' example studio ']])(
    'finds its sub-account by name: %j',
    async (name) => {
      listsSubAccounts({ isInstalled: true, limit: 100, query: name.trim(), skip: 0 }, [
        { _id: 'Xx1Yy2Zz3Aa4Bb5Cc6Dd', name: 'Example Studio Two' },
        { _id: LOCATION_ID, name: 'Example Studio' },
      ]);
      mints().reply(200, tokenAnswer());
      answersCreate().reply(200, CREATED);
      expect(await create(name)).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2' });
    },
  );

  test('takes a name of one long word for a name, and for an ID where nobody has it', async () => {
    const name = 'BrightSmileDentalClinic24';
    const searched = { isInstalled: true, limit: 100, query: name, skip: 0 };
    listsSubAccounts(searched, [{ _id: LOCATION_ID, name }]);
    mints().reply(200, tokenAnswer());
    answersCreate().reply(200, CREATED);
    expect(await create(name)).toMatchObject(CREATED.conversation);
    forgetCache();
    listsSubAccounts(searched, []);
    mints(name).reply(200, tokenAnswer(MINTED, name));
    answersCreate(MINTED, name).reply(200, CREATED);
    expect(await create(name)).toMatchObject(CREATED.conversation);
  });

  test('finds the sub-account that a number is the name of', async () => {
    listsSubAccounts({ isInstalled: true, limit: 100, query: '24', skip: 0 }, [
      { _id: LOCATION_ID, name: '24' },
    ]);
    mints().reply(200, tokenAnswer());
    answersCreate().reply(200, CREATED);
    expect(await create(24)).toMatchObject(CREATED.conversation);
  });

  test('works beside another one that has no token yet either', async () => {
    mints().reply(200, tokenAnswer());
    mints().reply(200, tokenAnswer('minted-beside'));
    answersCreate().reply(200, CREATED);
    answersCreate('minted-beside').reply(200, CREATED);
    const created = await Promise.all([create(), create()]);
    expect(created).toMatchObject([CREATED.conversation, CREATED.conversation]);
  });

  test.each([
    ['no', [], /installed in no sub-account with the name "Gym"/],
    [
      'two',
      [
        { _id: 'one', name: 'Gym' },
        { _id: 'two', name: 'gym' },
      ],
      /2 sub-accounts have the name "Gym"/,
    ],
  ])('is refused where %s sub-accounts have the name', async (_count, rows, message) => {
    listsSubAccounts({ isInstalled: true, limit: 100, query: 'Gym', skip: 0 }, rows);
    expect(await failing(create('Gym'))).toMatchObject({
      code: 'sub_account_name',
      message: expect.stringMatching(message),
    });
  });

  test.each([[''], [null], [' ']])('without a sub-account sends nothing: %j', async (none) => {
    expect(await failing(create(none))).toMatchObject({
      code: 'no_sub_account',
      message: expect.stringContaining('"Sub-Account" is empty'),
    });
  });

  test('mints anew, once, when HighLevel refuses a cached token, and repeats the request', async () => {
    mints().reply(200, tokenAnswer());
    answersCreate().reply(200, CREATED);
    await create();
    answersCreate().reply(401, { message: 'Invalid JWT' });
    mints().reply(200, tokenAnswer('minted-anew'));
    answersCreate('minted-anew').reply(200, CREATED);
    expect(await create()).toMatchObject({ id: 'cnv1ZbR4xVnL0shT7gK2' });
  });

  test('never signs the connection out when one sub-account refuses', async () => {
    mints().reply(200, tokenAnswer());
    answersCreate().reply(401, { message: 'The token is not authorized for this scope.' });
    expect(await failing(create())).toMatchObject({ name: 'AppError', code: 'access_refused' });
  });

  test('has its connection refreshed when the token of the agency has ended', async () => {
    mints().reply(401, { message: 'Invalid JWT' });
    highLevelFor(AGENCY.access_token)
      .get('/oauth/installedLocations')
      .query(true)
      .reply(401, { message: 'Invalid JWT' });
    expect(await failing(create())).toMatchObject({ name: 'RefreshAuthError' });
  });

  test('waits when HighLevel mints no more for now', async () => {
    mints().reply(429, {}, { 'x-ratelimit-interval-milliseconds': '20000' });
    expect(await failing(create())).toMatchObject({ name: 'ThrottledError', delay: 20 });
  });

  describe.each([[400], [401], [403]])('that HighLevel refuses with %d', (status) => {
    const row = { _id: LOCATION_ID, name: 'Example Studio' };
    test.each([
      [
        'the app is not installed',
        [{ ...row, isInstalled: false }],
        'not_installed',
        /not installed in the sub-account "Example Studio"/,
      ],
      [
        'another version is installed',
        [{ ...row, isInstalled: true, versionId: 'old' }],
        'other_version',
        /"Example Studio", most likely because it has another version/,
      ],
      ['the sub-account is gone', [], 'unknown_sub_account', /no such sub-account/],
    ])('says that %s', async (_what, rows, code, message) => {
      mints().reply(status, { message: 'Refused' });
      listsSubAccounts({ locationId: LOCATION_ID, limit: 1 }, rows);
      expect(await failing(create())).toMatchObject({
        name: 'AppError',
        code,
        message: expect.stringMatching(message),
      });
    });
  });

  test('gives pointers its sub-account, where their hydrators fetch', async () => {
    mints().reply(200, tokenAnswer());
    highLevelFor(MINTED)
      .get('/contacts/con1ZbR4xVnL0shT7gK2')
      .reply(200, { contact: { id: 'con1ZbR4xVnL0shT7gK2', firstName: 'Anna' } });
    const contact = await runMethod(hydrators.contact, {
      inputData: { contactId: 'con1ZbR4xVnL0shT7gK2', sub_account: LOCATION_ID },
      authData: AGENCY,
    });
    expect(contact).toMatchObject({ name: 'Anna' });
  });
});

describe('The form of a step', () => {
  const fieldsOf = (authData?: Record<string, string>) =>
    runMethod(subAccountField, { ...(authData && { authData }) });

  test('asks an agency for its sub-account, by name', async () => {
    listsSubAccounts({ isInstalled: true, limit: 2 }, [{ _id: 'one', name: 'One' }], 12);
    expect(await fieldsOf(AGENCY)).toEqual([
      expect.objectContaining({
        key: 'sub_account',
        required: true,
        dynamic: 'sub_account_list.id.name',
        altersDynamicFields: true,
      }),
    ]);
  });

  test('has the only sub-account of an agency as default', async () => {
    listsSubAccounts({ isInstalled: true, limit: 2 }, [{ _id: LOCATION_ID, name: 'One' }]);
    expect(await fieldsOf(AGENCY)).toEqual([expect.objectContaining({ default: LOCATION_ID })]);
  });

  test('shows where HighLevel cannot be asked, without a default', async () => {
    highLevelFor(AGENCY.access_token).get('/oauth/installedLocations').query(true).reply(500);
    expect(await fieldsOf(AGENCY)).toEqual([expect.not.objectContaining({ default: LOCATION_ID })]);
  });

  test('asks a connection of one sub-account nothing, and HighLevel neither', async () => {
    expect(await fieldsOf()).toEqual([]);
  });

  const everyOperation = [App.triggers, App.searches, App.creates]
    .flatMap((kind) => Object.entries(toRecord(kind)))
    .map(([key, entry]) => [key, toRecord(toRecord(entry)['operation'])] as const);

  test('begins with that question in every operation but those of a whole connection', () => {
    const without = everyOperation
      .filter(([, { inputFields }]) => !isSubAccountField(toList(inputFields)[0]))
      .map(([key]) => key);
    expect(without.filter((key) => !key.endsWith('_list'))).toEqual([
      'find_sub_account',
      'find_sub_accounts',
    ]);
  });

  const perform = choicesOf(createConversation, 'contactId');
  const dropdown = (inputData: Record<string, string>) =>
    runMethod(perform, { inputData, authData: AGENCY });

  test('says in a dropdown that the sub-account comes first, and asks HighLevel nothing', async () => {
    const hint = 'Choose a Sub-Account first';
    expect(await dropdown({})).toEqual({
      results: [{ id: hint, label: hint }],
      paging_token: null,
    });
    const step = run(createConversation, {
      inputData: { sub_account: LOCATION_ID, contactId: hint },
      authData: AGENCY,
    });
    expect(await failing(step)).toMatchObject({
      message: expect.stringContaining('"Contact" says "Choose a Sub-Account first"'),
    });
  });

  test('fills a dropdown from the chosen sub-account', async () => {
    mints().reply(200, tokenAnswer());
    highLevelFor(MINTED)
      .post('/contacts/search', (body) => toRecord(body)['locationId'] === LOCATION_ID)
      .reply(200, { contacts: [{ id: 'con1ZbR4xVnL0shT7gK2', firstName: 'Anna' }], total: 1 });
    expect(await dropdown({ sub_account: LOCATION_ID })).toMatchObject({
      results: [{ id: 'con1ZbR4xVnL0shT7gK2', label: expect.stringContaining('Anna') }],
    });
  });
});

test('A step of a connection of one sub-account ignores a sub-account among its inputs', async () => {
  highLevel()
    .post('/conversations/', { locationId: LOCATION_ID, contactId: 'hT7gK2mWq9ZbR4xVnL0s' })
    .reply(200, CREATED);
  const inputData = { sub_account: 'Xx1Yy2Zz3Aa4Bb5Cc6Dd', contactId: 'hT7gK2mWq9ZbR4xVnL0s' };
  expect(await run(createConversation, { inputData })).toMatchObject({
    id: 'cnv1ZbR4xVnL0shT7gK2',
  });
});
