import { Readable } from 'node:stream';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { inSubAccount } from '../../../lib/connection/sub_account.ts';
import { makeRequest } from '../../../lib/http/request.ts';
import {
  AGENCY,
  asMarketplaceApp,
  highLevelFor,
  MINTED,
  mints,
  notAsMarketplaceApp,
  tokenAnswer,
} from '../../support/agency.ts';
import {
  App,
  AUTH_DATA,
  forgetCache,
  highLevel,
  LOCATION_ID,
  run,
  runMethod,
} from '../../support/app.ts';
import { choicesOf, functionOf } from '../../support/fields.ts';
import { failing } from '../../support/failure.ts';
import { RELAY } from '../../support/hook.ts';

const { find_tag: findTag } = App.searches;
const { api_request: apiRequest, upsert_contact: upsertContact } = App.creates;

const CORE = 'contacts.readonly contacts.write conversations.readonly locations.readonly';
const LIMITED = { ...AUTH_DATA, scope: CORE };

const NOT_FOR_SCOPE = { statusCode: 401, message: 'The token is not authorized for this scope.' };

const NEEDS_TAGS =
  'This step needs the HighLevel permission "View Tags" (locations/tags.readonly), which this connection does not have. ' +
  'Reconnect HighLevel in Zapier and allow it.';

const tags = (token = AUTH_DATA.access_token) =>
  highLevelFor(token).get(`/locations/${LOCATION_ID}/tags`);

const find = (authData: Record<string, string> = AUTH_DATA) =>
  run(findTag, { inputData: { name: 'vip' }, authData });

const readsSubAccount = () => highLevel().get(`/locations/${LOCATION_ID}`);

beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);
beforeEach(forgetCache);

describe('A step whose permission the connection lacks', () => {
  test('says which, and asks HighLevel nothing', async () => {
    expect(await failing(find(LIMITED))).toMatchObject({
      name: 'AppError',
      code: 'scope_missing',
      message: NEEDS_TAGS,
    });
  });

  test.each([[''], ['everything']])(
    'asks where nothing that is known was said to be granted, and finds: %j',
    async (scope) => {
      tags().reply(200, { tags: [{ id: 'tG5nK8mWq2ZbR4xVnL0s', name: 'vip' }] });
      expect(await find({ ...LIMITED, scope })).toMatchObject([{ name: 'vip' }]);
    },
  );

  test('says which it may be where HighLevel refuses, and does not sign the connection out', async () => {
    tags().reply(401, NOT_FOR_SCOPE);
    readsSubAccount().reply(200, { location: { id: LOCATION_ID } });
    expect(await failing(find())).toMatchObject({
      name: 'AppError',
      code: 'access_refused',
      message: expect.stringContaining('It may lack the permission "View Tags"'),
    });
  });

  test('has the token refreshed where that has ended', async () => {
    tags().reply(401, { message: 'Invalid JWT' });
    readsSubAccount().reply(401, { message: 'Invalid JWT' });
    expect(await failing(find())).toMatchObject({ name: 'RefreshAuthError' });
  });

  test.each([[429], [500]])('has it refreshed where a %d leaves that open', async (status) => {
    tags().reply(401, NOT_FOR_SCOPE);
    readsSubAccount().reply(status, {});
    expect(await failing(find())).toMatchObject({ name: 'RefreshAuthError' });
  });
});

describe('A request that a person wrote', () => {
  const ask = (path: string, more: object = {}) =>
    run(apiRequest, { inputData: { method: 'GET', path, ...more }, authData: LIMITED });

  test('names the permission of a path that is known', async () => {
    expect(await failing(ask('/locations/{locationId}/tags'))).toMatchObject({
      message: NEEDS_TAGS,
    });
  });

  test('is told apart from an ended token for a path that is not', async () => {
    highLevel().get('/blogs/').reply(401, NOT_FOR_SCOPE);
    readsSubAccount().reply(200, { location: { id: LOCATION_ID } });
    expect(await failing(ask('/blogs/', { onFailure: 'answer' }))).toMatchObject({
      code: 'access_refused',
      message: expect.stringContaining('or this integration may not ask for it'),
    });
  });

  test('of the agency itself is told apart from its ended token', async () => {
    const answers = (status: number) => {
      highLevelFor(AGENCY.access_token).get('/companies/one').reply(401, NOT_FOR_SCOPE);
      highLevelFor(AGENCY.access_token)
        .get('/oauth/installedLocations')
        .query(true)
        .reply(status, { locations: [], count: 3 });
      const inputData = { method: 'GET', path: '/companies/one', sub_account: 'agency_itself' };
      return failing(run(apiRequest, { inputData, authData: AGENCY }));
    };
    expect(await answers(200)).toMatchObject({ name: 'AppError', code: 'access_refused' });
    expect(await answers(401)).toMatchObject({ name: 'RefreshAuthError' });
  });
});

describe("A step of an agency goes by the scopes of its sub-account's token", () => {
  const inAgency = () =>
    run(findTag, {
      inputData: { sub_account: LOCATION_ID, name: 'vip' },
      authData: { ...AGENCY, scope: `${CORE} locations/tags.readonly oauth.readonly oauth.write` },
    });
  const answered = (scope: string, token = MINTED) => ({ ...tokenAnswer(token), scope });

  test('and names the one that it lacks', async () => {
    mints().reply(200, answered(CORE));
    expect(await failing(inAgency())).toMatchObject({
      code: 'scope_missing',
      message: `${NEEDS_TAGS} If the sub-account has an older version of the app, update it there.`,
    });
  });

  test('which is minted anew where the app was updated there in the meantime', async () => {
    mints().reply(200, answered(CORE));
    await failing(inAgency());
    mints().reply(200, answered(`${CORE} locations/tags.readonly`, 'minted-anew'));
    tags('minted-anew').reply(200, { tags: [] });
    expect(await inAgency()).toEqual([]);
  });

  test('which is used at once for what can be sent only once, as nothing was sent before', async () => {
    const upload = () =>
      runMethod(
        inSubAccount(async (z) => {
          const body = Readable.from(['{"name":"vip"}']);
          const url = `/locations/${LOCATION_ID}/tags`;
          const { status } = await makeRequest(z, { method: 'POST', url, body });
          return { status };
        }),
        { inputData: { sub_account: LOCATION_ID }, authData: AGENCY },
      );
    mints().reply(200, answered(CORE));
    expect(await failing(upload())).toMatchObject({ code: 'scope_missing' });
    mints().reply(200, answered(`${CORE} locations/tags.write`, 'minted-anew'));
    highLevelFor('minted-anew').post(`/locations/${LOCATION_ID}/tags`).reply(201, { tag: {} });
    expect(await upload()).toEqual({ status: 201 });
  });

  test('where HighLevel told of none, by its answer', async () => {
    mints().reply(200, tokenAnswer());
    tags(MINTED).reply(401, NOT_FOR_SCOPE);
    expect(await failing(inAgency())).toMatchObject({
      code: 'access_refused',
      message: expect.stringMatching(
        /does not allow this step in this sub-account\. It may lack the permission "View Tags"/,
      ),
    });
  });
});

describe('The form of a step whose permission the connection lacks', () => {
  const hint =
    'Reconnect HighLevel and leave all permissions ticked: the list needs "View Workflows" (workflows.readonly)';
  const { add_contact_to_workflow: addToWorkflow } = App.creates;

  test('says so in place of the entries of a list', async () => {
    const list = choicesOf(addToWorkflow, 'workflowId');
    expect(await runMethod(list, { authData: LIMITED })).toEqual({
      results: [{ id: hint, label: hint }],
      paging_token: null,
    });
  });

  test('and the step refuses that entry', async () => {
    const step = run(addToWorkflow, {
      inputData: { contactId: 'hT7gK2mWq9ZbR4xVnL0s', workflowId: hint },
    });
    expect(await failing(step)).toMatchObject({
      message: expect.stringContaining('"Workflow" says "Reconnect HighLevel'),
    });
  });

  test('notes it where fields of the sub-account would be, and has no outputs of them', async () => {
    const { inputFields, outputFields } = upsertContact.operation;
    expect(await runMethod(functionOf(inputFields), { authData: LIMITED })).toEqual([
      {
        key: 'missing_permission',
        type: 'copy',
        helpText: expect.stringContaining('"View Custom Fields" (locations/customFields.readonly)'),
      },
    ]);
    expect(await runMethod(functionOf(outputFields), { authData: LIMITED })).toEqual([]);
  });
});

test('An instant trigger does not subscribe to events that HighLevel would not send', async () => {
  process.env['HOOK_RELAY_URL'] = RELAY;
  const { performSubscribe } = App.triggers.new_opportunity.operation;
  const subscribing = runMethod(performSubscribe, {
    authData: LIMITED,
    targetUrl: 'https://hooks.zapier.com/hooks/standard/1/',
  });
  expect(await failing(subscribing)).toMatchObject({
    message: expect.stringContaining('"View Opportunities" (opportunities.readonly)'),
  });
  delete process.env['HOOK_RELAY_URL'];
  expect(nock.pendingMocks()).toEqual([]);
});
