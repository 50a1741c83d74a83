import { createRequire } from 'node:module';

import { expect, test } from '@jest/globals';

import { Signer } from '../../../relay/delivery/signer.ts';

// The specification's own library is one of the relay's development dependencies.
const require = createRequire(new URL('../../../relay/package.json', import.meta.url));
// The public face of the library, as its documentation has it.
const { Webhook } = require('standardwebhooks') as {
  Webhook: new (secret: string) => { verify: (body: string, headers: object) => unknown };
};

const BASE64 = Buffer.from('a secret of the tests').toString('base64');
const BODY = Buffer.from('{"body":"Grüße 👋"}');

test.each([BASE64, `whsec_${BASE64}`])('signs as the library verifies: %s', (secret) => {
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    'webhook-id': 'event_subscription',
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Signer(secret).sign('event_subscription', seconds, BODY),
  };
  expect(new Webhook(secret).verify(BODY.toString(), headers)).toEqual({ body: 'Grüße 👋' });
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow();
});
