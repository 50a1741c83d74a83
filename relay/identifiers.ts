import { hash, randomFillSync } from 'node:crypto';

const random = Buffer.alloc(10);

/** A new UUID of version 7: it starts with the time, so that rows land side by side in an index. */
export function newId(now = Date.now()): string {
  randomFillSync(random);
  const time = now.toString(16).padStart(12, '0');
  const rest = random.toString('hex');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1, 4)}-` +
    `${variant.toString(16)}${rest.slice(6, 8)}-${rest.slice(8, 20)}`
  );
}

/** The first 128 bits of a hexadecimal digest in the form of a UUID, which databases keep in 16 bytes. */
export function digestAsUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 of a text or of bytes, as a UUID. */
export function hashedId(value: string | Uint8Array): string {
  return digestAsUuid(hash('sha256', value, 'hex'));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in its usual spelling. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
