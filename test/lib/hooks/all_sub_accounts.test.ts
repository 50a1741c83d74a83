import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { Bundle, ZObject } from 'zapier-platform-core';

import { allOrOneSubAccount } from '../../../lib/sub_accounts/choices.ts';
import { isRecord, toList, toRecord } from '../../../resources/values.ts';
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
import { App, forgetCache, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { choicesOf } from '../../support/fields.ts';
import {
  delivered,
  fixture,
  PROOF_REQUEST,
  readable,
  RELAY,
  requiredChoices,
  runHook,
  SUBSCRIPTION,
  useRelay,
} from '../../support/hook.ts';

const ALL = { sub_account: 'all_sub_accounts' };
const OTHER = 'Xx1Yy2Zz3Aa4Bb5Cc6Dd';
const OF_AGENCY = { authData: AGENCY, inputData: ALL };
const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';

const inbound = App.triggers.new_inbound_message;
const { event } = fixture('sms');

useRelay();
beforeAll(asMarketplaceApp);
afterAll(notAsMarketplaceApp);
beforeEach(forgetCache);

const relayFor = (token: string) =>
  nock(RELAY, { reqheaders: { authorization: `Bearer ${token}` } });

const HOOKS = Object.values(toRecord(App.triggers)).flatMap((trigger) => {
  const { key, operation } = toRecord(trigger);
  const isHook = isRecord(operation) && operation['type'] === 'hook';
  return isHook ? [{ key: String(key), operation }] : [];
});

test.each(HOOKS)('$key subscribes for all sub-accounts as the agency', async (hook) => {
  const asked: unknown[] = [];
  relayFor(AGENCY.access_token)
    .post('/subscriptions', (body: unknown) => asked.push(body) > 0)
    .times(2)
    .reply(201, SUBSCRIPTION);
  // What it filters by is looked up when an event comes.
  const filters = { contactId: 'anna@example.com', assignedTo: 'sam@example.com' };
  const inputData = { ...ALL, ...filters, ...requiredChoices(hook.operation) };
  await runHook(hook, 'performSubscribe', { targetUrl, authData: AGENCY, inputData });
  nock.cleanAll();
  expect(asked).toEqual(
    asked.map((body) => ({
      event: toRecord(body)['event'],
      companyId: AGENCY.companyId,
      targetUrl,
    })),
  );
  expect(asked.length).toBeGreaterThan(0);
});

describe('An instant trigger of all sub-accounts', () => {
  test('says which sub-account an event is of, and so do its pointers', async () => {
    const started = await run(inbound, delivered({ ...event, locationId: OTHER }, OF_AGENCY));
    const [record] = toList(readable(started)).map(toRecord);
    expect(record).toMatchObject({
      locationId: OTHER,
      contact: { fetch: 'hydrators.contact', with: { sub_account: OTHER } },
    });
  });

  test('looks up what it filters by in the sub-account of the event', async () => {
    const inputData = { ...ALL, assignedTo: 'sam@example.com' };
    const answers = (locationId: string, users: object[]) => {
      mints(locationId).reply(200, tokenAnswer(`token-of-${locationId}`, locationId));
      highLevelFor(`token-of-${locationId}`).get('/users/').query(true).reply(200, { users });
    };
    const hook = App.triggers.contact_created;
    const created = {
      type: 'ContactCreate',
      id: 'con1ZbR4xVnL0shT7gK2',
      firstName: 'Anna',
      assignedTo: 'sam',
    };
    const start = (locationId: string) =>
      run(hook, delivered({ ...created, locationId }, { authData: AGENCY, inputData }));

    answers(LOCATION_ID, [{ id: 'sam', name: 'Sam', email: 'sam@example.com' }]);
    expect(await start(LOCATION_ID)).toMatchObject([
      { id: 'con1ZbR4xVnL0shT7gK2', locationId: LOCATION_ID },
    ]);
    // Nobody there is called that, so that nothing there passes.
    answers(OTHER, []);
    expect(await start(OTHER)).toEqual([]);
  });

  test('takes of the sub-accounts of a user one that has the app', async () => {
    const user = {
      type: 'UserCreate',
      id: 'usr1ZbR4xVnL0shT7gK2',
      locations: [OTHER, LOCATION_ID],
    };
    listsSubAccounts({ locationId: OTHER, limit: 1 }, [{ _id: OTHER, isInstalled: false }]);
    listsSubAccounts({ locationId: LOCATION_ID, limit: 1 }, [
      { _id: LOCATION_ID, isInstalled: true },
    ]);
    expect(await run(App.triggers.user_created, delivered(user, OF_AGENCY))).toMatchObject([
      { id: 'usr1ZbR4xVnL0shT7gK2', locationId: LOCATION_ID },
    ]);
  });

  test('proves its access as the agency, whatever it filters by', async () => {
    relayFor(AGENCY.access_token)
      .post(`/subscriptions/${SUBSCRIPTION.id}/proof`, { secret: SUBSCRIPTION.secret })
      .reply(200, {});
    const { locationId: _, ...request } = PROOF_REQUEST;
    const inputData = { ...ALL, contactId: 'anna@example.com' };
    const parts = { authData: AGENCY, inputData };
    const asked = { ...request, companyId: AGENCY.companyId };
    expect(await run(inbound, delivered(asked, parts))).toEqual([]);
  });

  test('has the token of the agency refreshed when its proof is refused', async () => {
    relayFor(AGENCY.access_token)
      .post(/proof$/)
      .reply(401, { message: 'Refused' });
    const step = run(inbound, delivered(PROOF_REQUEST, OF_AGENCY));
    expect(await failing(step)).toMatchObject({ name: 'RefreshAuthError' });
  });

  test('believes no delivery that the relay did not sign, and asks HighLevel nothing', async () => {
    const secret = `whsec_${Buffer.from('the secret of somebody else here').toString('base64')}`;
    const inputData = { ...ALL, contactId: 'anna@example.com' };
    const forged = delivered(event, { secret, authData: AGENCY, inputData });
    await expect(run(inbound, forged)).rejects.toThrow('was not signed by the webhook relay');
  });

  test('shows records of the first sub-account that has some', async () => {
    listsSubAccounts({ isInstalled: true, limit: 5 }, [
      { _id: OTHER, name: 'Other' },
      { _id: LOCATION_ID, name: 'Example Studio' },
    ]);
    mints(OTHER).reply(200, tokenAnswer('token-of-other', OTHER));
    highLevelFor('token-of-other').post('/contacts/search').reply(200, { contacts: [] });
    mints().reply(200, tokenAnswer());
    highLevelFor(MINTED)
      .post('/contacts/search')
      .reply(200, {
        contacts: [{ id: 'con1ZbR4xVnL0shT7gK2', firstName: 'Anna', locationId: LOCATION_ID }],
      });
    expect(await runHook(App.triggers.contact_created, 'performList', OF_AGENCY)).toMatchObject([
      { id: 'con1ZbR4xVnL0shT7gK2', locationId: LOCATION_ID },
    ]);
  });
});

test.each([
  ['A trigger that checks every few minutes', App.triggers.new_contact, {}],
  ['An action', App.creates.create_conversation, { contactId: 'hT7gK2mWq9ZbR4xVnL0s' }],
  ['A search', App.searches.find_contact, { email: 'anna@example.com' }],
])('%s is of one sub-account', async (_what, entry, more) => {
  const step = run(entry, { authData: AGENCY, inputData: { ...ALL, ...more } });
  expect(await failing(step)).toMatchObject({
    code: 'all_sub_accounts',
    message: expect.stringContaining('"All sub-accounts", which only instant triggers can use'),
  });
});

describe('The form of an instant trigger', () => {
  test('offers all sub-accounts before each of them', async () => {
    listsSubAccounts({ isInstalled: true, limit: 100, skip: 0 }, [{ _id: OTHER, name: 'Other' }]);
    const list = (z: ZObject, bundle: Bundle) => allOrOneSubAccount(z, bundle);
    expect(await runMethod(list, { authData: AGENCY })).toMatchObject({
      choices: [
        { id: 'all_sub_accounts', name: 'All sub-accounts' },
        { id: OTHER, name: 'Other' },
      ],
    });
  });

  test('says in its other dropdowns that a name is needed for all sub-accounts', async () => {
    const hint = 'Enter a name: each sub-account has its own list';
    const perform = choicesOf(App.triggers.contact_created, 'assignedTo');
    expect(await runMethod(perform, OF_AGENCY)).toMatchObject({ results: [{ label: hint }] });
    const inputData = { ...ALL, assignedTo: hint };
    const step = run(App.triggers.contact_created, delivered(event, { ...OF_AGENCY, inputData }));
    expect(await failing(step)).toMatchObject({
      message: expect.stringContaining('Enter the name as a custom value'),
    });
  });
});
