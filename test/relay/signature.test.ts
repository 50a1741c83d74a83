import { describe, expect, test } from '@jest/globals';

import { HIGHLEVEL_PUBLIC_KEY, isSigned, parsePublicKey } from '../../relay/signature.ts';
import { signatureOf, webhookKeys } from './support/highlevel.ts';

const keys = webhookKeys();
const body = Buffer.from('{"type":"InboundMessage"}');

describe('parsePublicKey', () => {
  test("reads HighLevel's published key, as PEM, with escaped line breaks and as raw bytes", () => {
    const pem = parsePublicKey(HIGHLEVEL_PUBLIC_KEY);
    expect(pem.asymmetricKeyType).toBe('ed25519');
    const raw = pem.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    expect(parsePublicKey(raw).equals(pem)).toBe(true);
    expect(parsePublicKey(HIGHLEVEL_PUBLIC_KEY.replaceAll('\n', '\\n')).equals(pem)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['too few bytes', Buffer.alloc(31).toString('base64')],
    ['too many bytes', Buffer.alloc(33).toString('base64')],
    ['another alphabet', '!'.repeat(43)],
    ['a broken PEM', '-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----'],
  ])('refuses %s', (_what, text) => {
    expect(() => parsePublicKey(text)).toThrow(/PEM public key/);
  });
});

describe('isSigned', () => {
  const publicKey = parsePublicKey(keys.publicKey);

  test('accepts the signature of these very bytes', async () => {
    expect(await isSigned(body, signatureOf(body, keys), [publicKey])).toBe(true);
    const spaced = Buffer.from('{"type": "InboundMessage"}');
    expect(await isSigned(spaced, signatureOf(body, keys), [publicKey])).toBe(false);
  });

  test('accepts either of two keys while they rotate', async () => {
    const other = webhookKeys();
    const both = [parsePublicKey(other.publicKey), publicKey];
    expect(await isSigned(body, signatureOf(body, keys), both)).toBe(true);
    expect(await isSigned(body, signatureOf(body, other), both)).toBe(true);
    expect(await isSigned(body, signatureOf(body, other), [publicKey])).toBe(false);
  });

  test.each([
    ['a missing header', undefined],
    ['an empty header', ''],
    ['N/A', 'N/A'],
    ['too short a signature', Buffer.alloc(63).toString('base64')],
    ['a signature of zeros', Buffer.alloc(64).toString('base64')],
    ['a very long header', 'A'.repeat(10_000)],
  ])('refuses %s', async (_what, header) => {
    expect(await isSigned(body, header, [publicKey])).toBe(false);
  });
});
