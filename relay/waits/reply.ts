/** The parts of a contact's message that matter to steps that wait for it. */
export interface Reply {
  locationId: string;
  contactId: string;
  conversationId: string | undefined;
  /** HighLevel's name of the channel, such as `SMS` or `LIVE_CHAT`. */
  messageType: string;
  messageId: string | undefined;
  /** Events of emails carry this in place of a message's ID. */
  emailMessageId: string | undefined;
  /** When the contact sent it, in milliseconds since 1970; undefined where HighLevel does not say. */
  at: number | undefined;
}

/** Calls come with the same event, and nobody's activity is an answer. */
const NO_REPLY = /CALL|VOICE_?MAIL|ACTIVITY/;

/**
 * The reply in the fields of an event; undefined for anything but a message that a contact wrote.
 *
 * @param type HighLevel's name of the event.
 */
export function replyIn(
  type: string,
  fields: ReadonlyMap<string, unknown>,
  read: {
    identifier: (value: unknown) => string | undefined;
    time: (value: unknown) => number | undefined;
  },
): Reply | undefined {
  if (type !== 'InboundMessage') return undefined;
  const locationId = read.identifier(fields.get('locationId'));
  const contactId = read.identifier(fields.get('contactId'));
  const messageType = messageTypeOf(fields.get('messageType') ?? fields.get('messageTypeString'));
  if (locationId === undefined || contactId === undefined || NO_REPLY.test(messageType)) {
    return undefined;
  }
  return {
    locationId,
    contactId,
    conversationId: read.identifier(fields.get('conversationId')),
    messageType,
    messageId: read.identifier(fields.get('messageId')),
    emailMessageId: read.identifier(fields.get('emailMessageId')),
    at: read.time(fields.get('dateAdded')),
  };
}

/** One spelling of a channel's name: HighLevel writes `TYPE_LIVE_CHAT`, `Live_Chat` and `Live Chat`. */
export function messageTypeOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
    .replace(/^TYPE_/, '');
}
