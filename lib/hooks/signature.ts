import { createHmac, timingSafeEqual } from 'node:crypto';

/** A delivery as Standard Webhooks (https://www.standardwebhooks.com) signs it. */
export interface SignedDelivery {
  /** Header `webhook-id`. */
  id: string;
  /** Header `webhook-timestamp`, in seconds. */
  timestamp: string;
  /** Header `webhook-signature`: `v1,BASE64`, several separated by spaces while secrets change. */
  signatures: string;
  /** The body, exactly as it was sent. */
  content: string;
}

const SECRET_PREFIX = 'whsec_';
const VERSION_PREFIX = 'v1,';

/**
 * Whether one of the secrets signed the delivery: HMAC-SHA256 over id, timestamp and body. How old
 * it is does not matter, because Zapier may hand a delivery over much later than it took it.
 *
 * @param secrets each `whsec_` and base64, as the relay gave them
 */
export function isSigned(delivery: SignedDelivery, secrets: readonly string[]): boolean {
  const given = delivery.signatures
    .split(' ')
    .filter((signature) => signature.startsWith(VERSION_PREFIX))
    .map((signature) => Buffer.from(signature.slice(VERSION_PREFIX.length), 'base64'));
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(SECRET_PREFIX, ''), 'base64');
    if (key.length === 0) return false;
    const expected = createHmac('sha256', key)
      .update(`${delivery.id}.${delivery.timestamp}.${delivery.content}`)
      .digest();
    return given.some(
      (signature) => signature.length === expected.length && timingSafeEqual(signature, expected),
    );
  });
}
