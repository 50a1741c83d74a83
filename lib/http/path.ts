import { errors } from 'zapier-platform-core';

/**
 * A path, one segment for each value: path`/contacts/${contactId}/tags`. Whatever a value holds, it
 * stays a segment: "." and "..", which a server would read as another path, are refused.
 *
 * @throws errors.Error for a value that cannot be a segment
 */
export function path(fixed: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: fixed }, ...values.map(segmentOf));
}

function segmentOf(value: string): string {
  if (value === '' || value === '.' || value === '..' || !value.isWellFormed()) {
    throw new errors.Error(
      'A record of this step has no valid ID, so nothing was sent. Choose the record from the list, or map its ID from an earlier step.',
      'invalid_id',
    );
  }
  return encodeURIComponent(value);
}
