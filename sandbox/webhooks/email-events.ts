import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { COMPANY_ID } from '../state/app-registration.ts';
import type { Email } from '../state/records.ts';

/** What became of an email. */
export interface EmailOutcome {
  /** `delivered` is the one documented word. */
  event: string;
  /** Answer of the receiving server. */
  code?: number;
  message?: string;
  /** The link that was clicked. */
  url?: string;
}

/** The bare address of `Name <address>`. */
const addressOf = (text: string): string => /<([^>]+)>/.exec(text)?.[1] ?? text;

/** LCEmailStats: everything in `webhookPayload`, the time in seconds, no contact. */
export function emailStatsEvent(
  { store, now }: Sandbox,
  email: Email,
  { event, code = 250, message = 'OK', url }: EmailOutcome,
): Json {
  const [to = ''] = email.to;
  const recipient = addressOf(to);
  return {
    type: 'LCEmailStats',
    locationId: email.locationId,
    companyId: store.locations.get(email.locationId)?.companyId ?? COMPANY_ID,
    webhookPayload: {
      event,
      id: email.id,
      timestamp: Math.floor(now() / 1000),
      flags: {
        'is-authenticated': true,
        'is-routed': false,
        'is-big': false,
        'is-system-test': false,
        'is-test-mode': false,
      },
      message: {
        attachments: [],
        headers: { 'message-id': email.altId ?? email.id, from: email.from, to },
        size: Buffer.byteLength(email.body),
      },
      'log-level': code < 400 ? 'info' : 'error',
      recipient,
      'recipient-domain': recipient.split('@')[1] ?? '',
      tags: [`loc_${email.locationId}`, `com_${COMPANY_ID}`, 'et_other'],
      'recipient-provider': 'Other',
      campaigns: [],
      'delivery-status': {
        'attempt-no': 1,
        code,
        message,
        description: '',
        'session-seconds': 0.087,
        'enhanced-code': '',
        'mx-host': `mail.${recipient.split('@')[1] ?? ''}`,
        utf8: true,
        'i-first-delivery-attempt-seconds': 0.047,
      },
      envelope: {
        sender: addressOf(email.from),
        targets: recipient,
        transport: 'smtp',
        'sending-ip': '127.0.0.1',
        'i-ip-pool-id': '65cc66e77a4d4f63649d394c',
        'i-ip-pool-name': 'shared',
      },
      ...(url === undefined ? {} : { url }),
    },
  };
}
