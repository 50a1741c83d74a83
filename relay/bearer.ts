import { hash, timingSafeEqual } from 'node:crypto';

/** The token of an `Authorization: Bearer ...` header, or undefined when there is none. */
export function bearerOf(header: string | undefined): string | undefined {
  const match = /^Bearer +([\x21-\x7e]{1,8192}) *$/i.exec(header ?? '');
  return match?.[1];
}

/** Whether two secrets are the same, in a time that tells nothing about where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
}
