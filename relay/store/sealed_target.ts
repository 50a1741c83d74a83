import type { Keyring, Sealed } from '../encryption.ts';

/** Where something is delivered, and the secrets that go with it. */
export interface Target {
  targetUrl: string;
  /** The secret that counts, then the one before it, if there is one. */
  secrets: readonly string[];
}

/** A target as it is stored. */
export interface SealedRow {
  id: string;
  /** In base64. */
  target: string;
  key_id: string | null;
}

/** The columns of a {@link SealedRow}. */
export const SEALED = "id, encode(target, 'base64') AS target, key_id";

/** Seals a target for the row with this id. */
export function sealTarget(
  keyring: Keyring,
  { id, targetUrl, secrets }: Target & { id: string },
): Sealed {
  return keyring.seal(Buffer.from(`${secrets.join(',')} ${targetUrl}`), id);
}

/** Opens a stored target. @throws Error when its key is not at hand, or it was changed */
export function openSealed(keyring: Keyring, row: SealedRow): Target {
  const bytes = Buffer.from(row.target, 'base64');
  const text = keyring.open({ bytes, keyId: row.key_id }, row.id).toString();
  const space = text.indexOf(' ');
  return { secrets: text.slice(0, space).split(','), targetUrl: text.slice(space + 1) };
}
