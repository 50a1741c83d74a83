import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes as they are stored: as they are (`keyId` null), or encrypted under the key named. */
export interface Sealed {
  bytes: Buffer;
  keyId: string | null;
}

interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Reads one key of 256 bits.
 *
 * @param text 32 bytes in base64 (44 characters) or hexadecimal (64).
 * @throws Error with a sentence that says what is wrong.
 */
export function parseEncryptionKey(text: string): Buffer {
  const trimmed = text.trim();
  const bytes = /^[0-9a-fA-F]{64}$/.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : Buffer.from(trimmed, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/_=-]+$/.test(trimmed)) {
    throw new Error(
      'must be 32 random bytes in base64 or hexadecimal, such as `openssl rand -base64 32` prints',
    );
  }
  return bytes;
}

/**
 * The keys for what is stored: AES-256-GCM with a random nonce, the id of the key beside each
 * value. The first key seals, all of them open, none at all stores as it is.
 */
export class Keyring {
  readonly #keys: readonly Key[];

  constructor(keys: readonly Buffer[]) {
    this.#keys = keys.map((bytes) => ({
      id: hash('sha256', bytes, 'hex').slice(0, 8),
      bytes,
    }));
  }

  /** The id of the key that seals now, null when nothing is encrypted. */
  get currentKeyId(): string | null {
    return this.#keys[0]?.id ?? null;
  }

  /** The ids of all keys at hand. */
  get keyIds(): string[] {
    return this.#keys.map(({ id }) => id);
  }

  /**
   * Seals bytes for storage.
   *
   * @param context where they belong (a row's id): a value moved to another row does not open.
   */
  seal(bytes: Buffer, context: string): Sealed {
    const key = this.#keys[0];
    if (!key) return { bytes, keyId: null };
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(context));
    const encrypted = [cipher.update(bytes), cipher.final()];
    return { bytes: Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]), keyId: key.id };
  }

  /**
   * Opens what {@link seal} gave.
   *
   * @throws Error when the key is not at hand, or the bytes or their context were changed.
   */
  open({ bytes, keyId }: Sealed, context: string): Buffer {
    if (keyId === null) return bytes;
    const key = this.#keys.find(({ id }) => id === keyId);
    if (!key) throw new Error(`RELAY_ENCRYPTION_KEY does not contain the key ${keyId}`);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]);
    } catch {
      throw new Error(`it is damaged and cannot be decrypted with the key ${keyId}`);
    }
  }
}
