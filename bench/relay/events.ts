import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

/**
 * The same key in every run, so that every run sends the same bytes. As a JWK: of a key in DER Node can
 * report a failure that something else in the process had before (seen with Node v22.23.3).
 */
const PRIVATE_KEY = createPrivateKey({
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: Buffer.alloc(32, 'bench').toString('base64url'),
    x: 'Q4iBICM15znsaRVq6P3yNojEIxbK2Zab5_lM-4MXTJI',
  },
  format: 'jwk',
});

/** The key that verifies the events, for HIGHLEVEL_WEBHOOK_PUBLIC_KEY. */
export const PUBLIC_KEY = createPublicKey(PRIVATE_KEY)
  .export({ type: 'spki', format: 'pem' })
  .toString();

/** The event that all of them are. */
export const EVENT = 'InboundMessage';

/** Messages of a conversation, on average of a busy account. */
const MESSAGES_PER_CONVERSATION = 10;
const MIDNIGHT = Date.UTC(2026, 0, 1);
const SHORTEST_TEXT = 40;
const LONGEST_TEXT = 400;

/** Where events come from: `count` sub-accounts in turn, named after the group. */
export interface Locations {
  group: string;
  count: number;
}

/** The names of a group's sub-accounts. */
export function locationsOf({ group, count }: Locations): string[] {
  return Array.from({ length: count }, (_, index) => `${group}-${index}`);
}

/**
 * A customer's message as HighLevel posts it. The same arguments give the same bytes.
 *
 * @param run tells the events of one measurement from those of the others
 */
export function eventBody(run: string, index: number, locations: Locations): Buffer {
  const conversation = Math.floor(index / (MESSAGES_PER_CONVERSATION * locations.count));
  const location = `${locations.group}-${index % locations.count}`;
  const at = new Date(MIDNIGHT + index).toISOString();
  return Buffer.from(
    JSON.stringify({
      type: EVENT,
      locationId: location,
      versionId: '6530f1c2a4e8c1b7d9e0f3a5',
      appId: '6530f1c2a4e8c1b7d9e0f3a5',
      attachments: [],
      body: textOf(index),
      contactId: `contact-${run}-${location}-${conversation}`,
      contentType: 'text/plain',
      conversationId: `conversation-${run}-${location}-${conversation}`,
      dateAdded: at,
      direction: 'inbound',
      messageType: 'SMS',
      status: 'delivered',
      messageId: `message-${run}-${index}`,
      conversationProviderId: '6530f1c2a4e8c1b7d9e0f3a5',
      timestamp: at,
      webhookId: webhookId(run, index),
    }),
  );
}

export function webhookId(run: string, index: number): string {
  return `${run}/${index}`;
}

/** The whole HTTP request of a signed event, so that sending it costs one write. */
export function eventRequest(body: Buffer): Buffer {
  const signature = sign(null, body, PRIVATE_KEY).toString('base64');
  const head = [
    'POST /webhooks/highlevel HTTP/1.1',
    'host: relay',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `x-ghl-signature: ${signature}`,
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}

const SENTENCE = 'Is Thursday at ten still free, or would the afternoon suit you better? ';

/** Some text, short or long, as the seed says. */
function textOf(seed: number): string {
  const length = SHORTEST_TEXT + Math.floor(random(seed) * (LONGEST_TEXT - SHORTEST_TEXT));
  return SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);
}

/** A number from 0 to 1 that looks random: one step of the generator mulberry32. */
export function random(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}
