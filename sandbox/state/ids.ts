import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function spell(bytes: Buffer, length: number): string {
  let id = '';
  for (let index = 0; index < length; index += 1) {
    id += ALPHABET.charAt(bytes.readUInt8(index) % ALPHABET.length);
  }
  return id;
}

/** Asking for random bytes takes longer than spelling them: an id takes a part of many. */
const POOL_BYTES = 8192;
let pool = Buffer.alloc(0);

function freshBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(POOL_BYTES);
  const taken = pool.subarray(0, count);
  pool = pool.subarray(count);
  return taken;
}

/** A fresh id of 20 letters and digits, as HighLevel's are. */
export const newId = (): string => spell(freshBytes(20), 20);

/** Makes the id of a label once: seeded records are made anew on every reset. */
function madeOnce(make: (label: string) => string): (label: string) => string {
  const made = new Map<string, string>();
  return (label) => {
    const id = made.get(label) ?? make(label);
    made.set(label, id);
    return id;
  };
}

/** The id of a seeded record: the same on every start for the same label. */
export const seededId = madeOnce((label) => spell(createHash('sha256').update(label).digest(), 20));

/** A fixed UUID for a seeded record; workflows have UUIDs instead of short ids. */
export const seededUuid = madeOnce((label) => {
  const hex = createHash('sha256').update(label).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
});

/** A fresh id of 24 hexadecimal digits, as commerce, objects and companies have. */
export const newObjectId = (): string => freshBytes(12).toString('hex');

/** The same of a seeded record. */
export const seededObjectId = madeOnce((label) =>
  createHash('sha256').update(label).digest('hex').slice(0, 24),
);
