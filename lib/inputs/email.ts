import { errors } from 'zapier-platform-core';

/**
 * An e-mail address as it is compared, in lower case.
 *
 * @throws errors.Error when it is none
 */
export function readEmail(typed: string, label = 'Email Address'): string {
  const address = (/<([^<>]+)>\s*$/.exec(typed)?.[1] ?? typed).trim().toLowerCase();
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(address)) {
    throw new errors.Error(
      `"${label}" holds no e-mail address: "${typed}". Use one such as name@example.com.`,
      'invalid_email',
    );
  }
  return address;
}
