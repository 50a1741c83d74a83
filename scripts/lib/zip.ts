import { createHash } from 'node:crypto';

import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Midnight of 1 January 2020 in any zone: a zip contains local times. */
const FIXED_TIME = new Date(2020, 0, 1);

/** Unix, an ordinary file that its owner may write and everybody may read. */
const PLAIN_FILE = { os: 3, attrs: 0o100644 << 16, mtime: FIXED_TIME, level: 9 } as const;

/**
 * The same files, so that equal files give equal bytes wherever and whenever they were zipped: in
 * the order of their names, with a fixed time and mode.
 *
 * @param keep which paths to take over
 */
export function normalizeZip(
  zip: Uint8Array,
  keep: (path: string) => boolean = () => true,
): Uint8Array {
  const files = unzipSync(zip);
  const sorted: Zippable = {};
  for (const path of Object.keys(files).sort()) {
    const content = files[path];
    if (content && keep(path)) sorted[path] = [content, PLAIN_FILE];
  }
  return zipSync(sorted);
}

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
