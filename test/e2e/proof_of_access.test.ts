import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { InstantZap, NO_LIMIT, type Delivery, type LocalZapier } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { failing } from '../support/failure.ts';
import { moveClock, type MovingClock } from '../support/moving_clock.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const LASTS_SECONDS = 50;

let zapier: LocalZapier;
/** That of the relay, which runs in this process. */
let clock: MovingClock;

beforeAll(async () => {
  zapier = await sharedZapier({
    relay: true,
    relaySettings: { RELAY_PROOF_LASTS_SECONDS: String(LASTS_SECONDS) },
  });
  await zapier.sandbox.post('/limits', NO_LIMIT);
});

beforeEach(() => {
  clock = moveClock();
});

afterEach(() => {
  clock.restore();
});

/** The next request for a proof: the relay asks when three quarters of the time are over, at the latest. */
async function requestAfterAWhile(zap: InstantZap): Promise<Delivery> {
  clock.advance(LASTS_SECONDS * 800);
  return zap.delivery();
}

/** A token of the connection's sub-account. */
async function newToken(more: RawRecord = {}): Promise<string> {
  const { locationId = '' } = zapier.authData;
  const tokens = await zapier.sandbox.post('/tokens', { locationId, ...more });
  return toText(tokens['access_token']) ?? '';
}

test('who loses access gets nothing more; who has it again gets what came meanwhile, though Zapier never subscribes again', async () => {
  const { app, hooks, sandbox } = zapier;
  const authData = { ...zapier.authData };
  const zap = new InstantZap({ app, hooks, authData, trigger: 'new_inbound_message' });
  await zap.switchOn();
  expect(zap.subscribeData['expiration_date']).toMatch(/Z$/);

  // With access: each request is answered, and starts no Zap.
  for (let proofs = 0; proofs < 2; proofs += 1) {
    const request = await requestAfterAWhile(zap);
    expect(request.cleanedRequest).toMatchObject({ type: 'ProofRequested' });
    expect(await zap.startedBy(request)).toEqual([]);
  }

  // Without: the Zap says why, and nothing is delivered but requests.
  authData['access_token'] = await newToken({
    withoutScopes: ['conversations/message.readonly'],
  });
  const { message } = await failing(zap.startedBy(await requestAfterAWhile(zap)));
  expect(message).toMatch('This Zap gets no more events');
  const [contact] = await sandbox.list(
    `/state/contacts?locationId=${authData['locationId'] ?? ''}`,
  );
  const written = { contactId: contact?.['id'], channel: 'SMS', body: 'Are you there?' };
  await sandbox.post('/messages', written);
  const held = await zap.delivery();
  expect(held.cleanedRequest).toMatchObject({ type: 'ProofRequested' });

  // With access again: the request is answered, and the message follows.
  authData['access_token'] = await newToken();
  expect(await zap.startedBy(held)).toEqual([]);
  expect(await zap.next()).toMatchObject([{ body: 'Are you there?' }]);
  await zap.switchOff();
});
