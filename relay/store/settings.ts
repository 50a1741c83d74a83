import { randomBytes } from 'node:crypto';

import type { Keyring, Sealed } from '../encryption.ts';
import { messageOf } from '../problem.ts';
import type { Database } from './database.ts';

const CONVERSATION_KEY = 'conversation-key';

/**
 * The key of the hashes of conversations, the same for all relays on a database. It is drawn once
 * and stored sealed, so that the hashes stay comparable when `RELAY_ENCRYPTION_KEY` changes.
 */
export async function conversationKey(database: Database, keyring: Keyring): Promise<Buffer> {
  return database.transaction(async (transaction) => {
    const fresh = keyring.seal(randomBytes(32), CONVERSATION_KEY);
    await transaction.query(
      `INSERT INTO relay.setting (name, value, key_id) VALUES ($1::text, decode($2::text, 'base64'), $3::text)
       ON CONFLICT DO NOTHING`,
      [CONVERSATION_KEY, fresh.bytes.toString('base64'), fresh.keyId],
    );
    const [row] = await transaction.query<{ value: string; key_id: string | null }>(
      `SELECT encode(value, 'base64') AS value, key_id FROM relay.setting
       WHERE name = $1::text FOR UPDATE`,
      [CONVERSATION_KEY],
    );
    if (!row) throw new Error('The key of the conversations could not be stored.');
    const key = opened(keyring, { bytes: Buffer.from(row.value, 'base64'), keyId: row.key_id });
    if (row.key_id !== keyring.currentKeyId) {
      const sealed = keyring.seal(key, CONVERSATION_KEY);
      await transaction.query(
        `UPDATE relay.setting SET value = decode($2::text, 'base64'), key_id = $3::text
         WHERE name = $1::text`,
        [CONVERSATION_KEY, sealed.bytes.toString('base64'), sealed.keyId],
      );
    }
    return key;
  });
}

function opened(keyring: Keyring, sealed: Sealed): Buffer {
  try {
    return keyring.open(sealed, CONVERSATION_KEY);
  } catch (error) {
    throw new Error(
      `The row ${CONVERSATION_KEY} of the table relay.setting cannot be read: ${messageOf(error)}. Restore it from a backup.`,
      { cause: error },
    );
  }
}
