import { createHash } from 'node:crypto';

import { unzipSync, zipSync } from 'fflate';

/** Midnight of 1 January 2020 in any zone: a zip contains local times. */
const FIXED_TIME = new Date(2020, 0, 1);

/** Unix, an ordinary file that its owner may write and everybody may read. */
const PLAIN_FILE = { os: 3, attrs: 0o100644 << 16, mtime: FIXED_TIME, level: 9 } as const;

/**
 * A zip of files by their paths, so that equal files give equal bytes wherever and whenever they are
 * zipped: in the order of their names, with a fixed time and mode.
 */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([left], [right]) => (left < right ? -1 : 1));
  return zipSync(
    Object.fromEntries(sorted.map(([path, content]) => [path, [content, PLAIN_FILE]])),
  );
}

/**
 * The same files, as {@link zipOf} zips them.
 *
 * @param keep which paths to take over
 */
export function normalizeZip(
  zip: Uint8Array,
  keep: (path: string) => boolean = () => true,
): Uint8Array {
  return zipOf(unzipSync(zip, { filter: ({ name }) => keep(name) }));
}

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
