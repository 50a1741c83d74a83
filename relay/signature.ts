import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/**
 * HighLevel's Ed25519 key for webhooks, as its webhook integration guide prints it. HighLevel may
 * replace it by announcement: then `HIGHLEVEL_WEBHOOK_PUBLIC_KEY` takes the old and the new one.
 */
export const HIGHLEVEL_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=
-----END PUBLIC KEY-----`;

/** What precedes the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_BYTES = 64;
/** In base64, with some room. */
const LONGEST_SIGNATURE = 100;

/**
 * Reads one Ed25519 public key.
 *
 * @param text PEM (line breaks may be written as `\n`), or the raw 32 bytes in base64.
 * @throws Error with a sentence that says what is wrong.
 */
export function parsePublicKey(text: string): KeyObject {
  const trimmed = text.trim().replaceAll('\\n', '\n');
  if (trimmed.includes('-----BEGIN')) {
    let key: KeyObject;
    try {
      key = createPublicKey(trimmed);
    } catch {
      throw new Error('is not a readable PEM public key');
    }
    if (key.asymmetricKeyType !== 'ed25519') {
      throw new Error(`must be an Ed25519 key, not ${key.asymmetricKeyType ?? 'another kind'}`);
    }
    return key;
  }
  const raw = Buffer.from(trimmed, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(trimmed) || raw.length !== 32) {
    throw new Error('must be a PEM public key or the 32 bytes of an Ed25519 key in base64');
  }
  return createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, raw]),
    format: 'der',
    type: 'spki',
  });
}

/**
 * Reads `x-ghl-signature`.
 *
 * @param header the header's value; "N/A" is what HighLevel sends where it has no signature.
 * @returns undefined when it is no signature, whatever the body.
 */
export function parseSignature(header: string | string[] | undefined): Buffer | undefined {
  if (typeof header !== 'string' || header.length > LONGEST_SIGNATURE) return undefined;
  const signature = Buffer.from(header, 'base64');
  return signature.length === SIGNATURE_BYTES ? signature : undefined;
}

/**
 * Checks `x-ghl-signature`: Ed25519 over the raw bytes of the body. The work is done on Node's
 * thread pool, so that a burst of events does not hold up the others.
 *
 * @param keys one key, or two while HighLevel rotates.
 */
export async function isSigned(
  body: Uint8Array,
  header: string | string[] | undefined,
  keys: readonly KeyObject[],
): Promise<boolean> {
  const signature = parseSignature(header);
  if (!signature) return false;
  for (const key of keys) {
    if (await verifyOnThreadPool(body, key, signature)) return true;
  }
  return false;
}

function verifyOnThreadPool(
  body: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, body, key, signature, (error, valid) => {
      if (error) reject(error);
      else resolve(valid);
    });
  });
}
