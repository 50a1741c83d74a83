import type { LocalZapier, SandboxClient } from '../../../local/index.ts';
import { toList, toTexts, type RawRecord } from '../../../resources/values.ts';
import { pluralOf } from '../text.ts';

/**
 * The sandbox's collection of what a name says, by as many of its words as fit: `emails` for
 * `email_message`, `contacts` for `ContactTagUpdate`. Undefined where there is none.
 */
export async function collectionOf(
  { sandbox }: LocalZapier,
  name: string,
): Promise<string | undefined> {
  const collections = await collectionsOf(sandbox);
  const words = name.split(/[_ ]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  for (let count = words.length; count > 0; count -= 1) {
    const [first = '', ...rest] = words.slice(0, count);
    const joined = first + rest.map((word) => word.replace(/^./, (c) => c.toUpperCase())).join('');
    if (collections.includes(pluralOf(joined))) return pluralOf(joined);
  }
  return undefined;
}

const asked = new WeakMap<SandboxClient, Promise<string[]>>();

/** The names of all collections, which stay the same. */
function collectionsOf(sandbox: SandboxClient): Promise<string[]> {
  const names =
    asked.get(sandbox) ?? sandbox.get('/state').then(({ collections }) => toTexts(collections));
  asked.set(sandbox, names);
  return names;
}

/** Records as the sandbox keeps them: those of the connected sub-account, and what belongs to none. */
export async function recordsOf(
  { sandbox, authData }: LocalZapier,
  collection: string,
): Promise<RawRecord[]> {
  const { locationId } = authData;
  const all = await sandbox.list(`/state/${collection}`);
  return all.filter((record) => (record['locationId'] ?? locationId) === locationId);
}

/**
 * The first record of a collection that meets the condition.
 *
 * @throws Error when there is none
 */
export async function someRecord(
  zapier: LocalZapier,
  collection: string,
  condition: (record: RawRecord) => boolean = () => true,
): Promise<RawRecord> {
  const found = (await recordsOf(zapier, collection)).find(condition);
  if (!found) throw new Error(`The sandbox has no fitting record among its ${collection}.`);
  return found;
}

/** A contact with everything that a search could go by, who may be written to. */
export function somebody(zapier: LocalZapier): Promise<RawRecord> {
  return someRecord(zapier, 'contacts', ({ email, phone, firstName, dnd }) =>
    Boolean(email && phone && firstName && dnd !== true),
  );
}

/** The address of a file that the sandbox itself has. */
export async function someFile(zapier: LocalZapier): Promise<string> {
  const { attachments } = await someRecord(
    zapier,
    'messages',
    (message) => toList(message['attachments']).length > 0,
  );
  const file = String(toList(attachments)[0]);
  return file.startsWith('/') ? `${zapier.sandbox.url}${file}` : file;
}
