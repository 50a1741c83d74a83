import { isIP } from 'node:net';

/** Where the relay may deliver: `RELAY_TARGET_HOSTS`, parsed. */
export interface AllowedTargets {
  /** Host names, reached by https on the usual port, at public addresses only. */
  hosts: ReadonlySet<string>;
  /** Origins allowed as they stand, whatever their address. */
  origins: ReadonlySet<string>;
}

/** A target that passed {@link checkTarget}. */
export interface Target {
  url: URL;
  /** True when the origin is listed as it stands, so that its address is not looked at. */
  exempt: boolean;
}

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/**
 * Reads `RELAY_TARGET_HOSTS`.
 *
 * @param text host names and origins (`http://127.0.0.1:5000`), separated by commas.
 * @throws Error with a sentence that names the entry that is wrong.
 */
export function parseAllowedTargets(text: string): AllowedTargets {
  const hosts = new Set<string>();
  const origins = new Set<string>();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    if (entry.includes('://')) {
      const url = URL.canParse(entry) ? new URL(entry) : undefined;
      if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href) {
        throw new Error(
          `contains "${entry}", which is not an origin such as http://127.0.0.1:5000`,
        );
      }
      origins.add(url.origin);
    } else if (HOST_NAME.test(entry.toLowerCase()) && isIP(entry) === 0) {
      hosts.add(entry.toLowerCase());
    } else {
      throw new Error(`contains "${entry}", which is neither a host name nor an origin`);
    }
  }
  if (hosts.size + origins.size === 0) throw new Error('names no host');
  return { hosts, origins };
}

/**
 * Checks an address that a subscriber gave.
 *
 * @returns the target, or a sentence that says why it is refused.
 */
export function checkTarget(text: string, allowed: AllowedTargets): Target | string {
  if (text.length > 2048) return 'targetUrl is longer than 2048 characters.';
  if (!URL.canParse(text)) return 'targetUrl is not an address.';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return 'targetUrl must not carry a user name or password.';
  }
  if (url.hash !== '') return 'targetUrl must not carry a fragment.';
  if (allowed.origins.has(url.origin)) return { url, exempt: true };
  if (url.protocol !== 'https:') return 'targetUrl must start with https://.';
  if (url.port !== '') return 'targetUrl must use the usual port of https.';
  if (!allowed.hosts.has(url.hostname)) {
    return `This relay does not deliver to ${url.hostname}. Its operator lists the hosts in RELAY_TARGET_HOSTS.`;
  }
  return { url, exempt: false };
}
