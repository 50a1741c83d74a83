import { describe, expect, test } from '@jest/globals';

import { isSigned } from '../../../lib/hooks/signature.ts';

/** Signed with the library `standardwebhooks` 1.1.1, which the relay uses. */
const SECRET = 'whsec_YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlcyBvayE=';
const OTHER_SECRET = 'whsec_YW5vdGhlciBzZWNyZXQgb2YgMzIgYnl0ZXMgaGVyZSE=';
const SIGNATURE = 'v1,8UqKieH+0BAkFrbPmWsJYwgd3Ijyo9afv1KVSY+86PE=';
const OTHER_SIGNATURE = 'v1,5IzkhM05I8OyQ4dJUyywGljoFco0ITKRtIEi75t6hxk=';
const DELIVERY = {
  id: '0198f0a2-event_sub',
  timestamp: '1795168920',
  signatures: SIGNATURE,
  content: '{"type":"InboundMessage","body":"Grüße 👋"}',
};

describe('isSigned', () => {
  test('accepts what the relay signs, however old', () => {
    expect(isSigned(DELIVERY, [SECRET])).toBe(true);
  });

  test('accepts one of several signatures, and one of several secrets', () => {
    const signatures = `v1a,abc ${OTHER_SIGNATURE} ${SIGNATURE}`;
    expect(isSigned({ ...DELIVERY, signatures }, [SECRET])).toBe(true);
    expect(isSigned({ ...DELIVERY, signatures: OTHER_SIGNATURE }, [SECRET, OTHER_SECRET])).toBe(
      true,
    );
  });

  test.each([
    ['another body', { content: DELIVERY.content.replace('Inbound', 'Outbound') }],
    ['another id', { id: '0198f0a2-event_other' }],
    ['another time', { timestamp: '1795168921' }],
    ['another secret', { signatures: OTHER_SIGNATURE }],
    ['a part of the signature', { signatures: SIGNATURE.slice(0, 20) }],
    ['no version', { signatures: SIGNATURE.replace('v1,', '') }],
    ['another version', { signatures: SIGNATURE.replace('v1,', 'v2,') }],
    ['no signature', { signatures: '' }],
  ])('refuses %s', (_what, change) => {
    expect(isSigned({ ...DELIVERY, ...change }, [SECRET])).toBe(false);
  });

  test('refuses everything without a secret', () => {
    expect(isSigned(DELIVERY, [])).toBe(false);
    expect(isSigned(DELIVERY, ['whsec_'])).toBe(false);
  });
});
