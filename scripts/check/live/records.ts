import { toList, type RawRecord } from '../../../resources/values.ts';
import type { SandboxAccount } from './sandbox-account.ts';

/** Records as the sandbox keeps them: those of the connected sub-account, and what belongs to none. */
async function recordsOf(
  { sandbox, locationId }: SandboxAccount,
  collection: string,
): Promise<RawRecord[]> {
  const all = await sandbox.list(`/state/${collection}`);
  return all.filter((record) => (record['locationId'] ?? locationId) === locationId);
}

/**
 * The first record of a collection for which the condition holds.
 *
 * @throws Error when there is none
 */
export async function someRecord(
  account: SandboxAccount,
  collection: string,
  condition: (record: RawRecord) => boolean = () => true,
): Promise<RawRecord> {
  const found = (await recordsOf(account, collection)).find(condition);
  if (!found) throw new Error(`The sandbox has no fitting record among its ${collection}.`);
  return found;
}

/** A contact with everything that a search could go by, who may be written to. */
export function somebody(account: SandboxAccount): Promise<RawRecord> {
  return someRecord(account, 'contacts', ({ email, phone, firstName, dnd }) =>
    Boolean(email && phone && firstName && dnd !== true),
  );
}

/** The address of a file that the sandbox itself has. */
export async function someFile(account: SandboxAccount): Promise<string> {
  const { attachments } = await someRecord(
    account,
    'messages',
    (message) => toList(message['attachments']).length > 0,
  );
  const file = String(toList(attachments)[0]);
  return file.startsWith('/') ? `${account.sandbox.url}${file}` : file;
}
