import { randomBytes } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { Keyring, parseEncryptionKey } from '../../relay/encryption.ts';

const secret = Buffer.from('Do you have time on Thursday?');

describe('parseEncryptionKey', () => {
  test('reads 32 bytes in base64, in its URL form and in hexadecimal', () => {
    const bytes = randomBytes(32);
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      expect(parseEncryptionKey(bytes.toString(encoding))).toEqual(bytes);
    }
  });

  test.each(['', 'short', 'a'.repeat(44), randomBytes(16).toString('hex'), 'a password of words'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseEncryptionKey(text)).toThrow(/32 random bytes/);
    },
  );
});

describe('Keyring', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];

  test('opens what it sealed, and shows nothing of it', () => {
    const keyring = new Keyring([first]);
    const sealed = keyring.seal(secret, 'row 1');
    expect(sealed.keyId).toBe(keyring.currentKeyId);
    expect(sealed.bytes.includes('Thursday')).toBe(false);
    expect(keyring.open(sealed, 'row 1')).toEqual(secret);
  });

  test('seals the same twice in different bytes', () => {
    const keyring = new Keyring([first]);
    expect(keyring.seal(secret, 'row 1').bytes).not.toEqual(keyring.seal(secret, 'row 1').bytes);
  });

  test('does not open what was changed or moved to another row', () => {
    const keyring = new Keyring([first]);
    const sealed = keyring.seal(secret, 'row 1');
    expect(() => keyring.open(sealed, 'row 2')).toThrow();
    const changed = Buffer.from(sealed.bytes);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(() => keyring.open({ ...sealed, bytes: changed }, 'row 1')).toThrow();
  });

  test('opens with the second key while keys rotate, and seals with the first', () => {
    const old = new Keyring([first]).seal(secret, 'row 1');
    const rotating = new Keyring([second, first]);
    expect(rotating.open(old, 'row 1')).toEqual(secret);
    expect(rotating.seal(secret, 'row 1').keyId).not.toBe(old.keyId);
    expect(() => new Keyring([second]).open(old, 'row 1')).toThrow(
      `does not contain the key ${old.keyId}`,
    );
  });

  test('without a key stores as it is, and opens what was stored so once there is one', () => {
    const plain = new Keyring([]).seal(secret, 'row 1');
    expect(plain).toEqual({ bytes: secret, keyId: null });
    expect(new Keyring([first]).open(plain, 'row 1')).toEqual(secret);
  });
});
