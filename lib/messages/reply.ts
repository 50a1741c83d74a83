import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { countryOf } from '../connection/location_facts.ts';
import { lacksCountryCode, recordedNumber } from '../inputs/phone.ts';
import { notFound } from '../inputs/refusal.ts';
import type { Message } from './filter.ts';
import { isSendable, sendMessage, type MessageInput } from './send.ts';
import { messageToAnswer, type FoundMessage } from './find.ts';

/** An answer to a message, in the words of the input fields. */
export interface ReplyInput extends Pick<
  MessageInput,
  'message' | 'html' | 'attachments' | 'files' | 'scheduledTimestamp' | 'skipDuplicates'
> {
  messageId: string;
  /** Of an email: `reply`, `reply_all` or `forward`. */
  mode?: string;
  /** Whom an email is forwarded to. */
  forwardTo?: string;
  forwardWholeThread?: boolean;
}

/**
 * Answers a message on its own channel and in its own thread, or forwards an email. One request
 * reads the message, three where the id is an email's; the rest is sending.
 *
 * @throws errors.Error when HighLevel has no such message, or none can be sent on its channel
 */
export async function replyToMessage(z: ZObject, bundle: Bundle, input: ReplyInput) {
  const { messageId, mode, forwardTo, forwardWholeThread, ...content } = input;
  const found = await messageToAnswer(z, messageId);
  if (!found) {
    throw notFound({ what: 'message', label: 'Message to Reply To', id: messageId });
  }
  const { contactId } = found.entry;
  if (!contactId) {
    throw new errors.Error(
      'The message belongs to no contact, so there is nobody to reply to.',
      'no_contact',
    );
  }
  const isForward = mode === 'forward';
  const route = isForward
    ? forwardOf(found.entry, forwardTo, forwardWholeThread)
    : await replyOf(z, bundle, found, mode);
  return sendMessage(z, bundle, { ...content, contactId, ...route });
}

async function replyOf(z: ZObject, bundle: Bundle, found: FoundMessage, mode: string | undefined) {
  const { entry } = found;
  const channel = channelFor(found);
  if (channel === 'email') {
    return {
      channel,
      threadId: entry.threadId ?? entry.id,
      replyMessageId: entry.emailMessageId ?? entry.id,
      emailReplyMode: mode ?? 'reply',
    };
  }
  if (channel === 'custom') {
    return { channel, conversationProviderId: entry.conversationProviderId ?? undefined };
  }
  const [from, to] = await numbersOf(z, bundle, [entry.from, entry.to]);
  const isInbound = entry.direction === 'inbound';
  return {
    channel,
    fromNumber: isInbound ? to : from,
    toNumber: isInbound ? from : to,
  };
}

/** Numbers of a message in E.164. One request for the country of the sub-account, where one lacks its country code. */
async function numbersOf(
  z: ZObject,
  bundle: Bundle,
  recorded: readonly (string | null)[],
): Promise<(string | undefined)[]> {
  const isNational = recorded.some((number) => lacksCountryCode(number ?? ''));
  const country = isNational ? await countryOf(z, bundle) : null;
  return recorded.map((number) => recordedNumber(number ?? '', country));
}

/** The channel to answer on: messages of a custom SMS provider arrive as SMS, and leave as custom. */
function channelFor({ entry, type }: FoundMessage): string {
  const channel = entry.channel ?? '';
  if (channel === 'sms' && type?.startsWith('TYPE_CUSTOM')) return 'custom';
  if (isSendable(channel)) return channel;
  const label = Object.entries(CHANNEL_LABELS).find(([key]) => key === channel)?.[1];
  throw new errors.Error(
    `HighLevel cannot send messages on the channel of this message: ${label ?? 'unknown'}. ` +
      'Use **Send Message** and choose another channel, or **Reply to Review** for a review.',
    'channel_not_sendable',
  );
}

/** https://marketplace.gohighlevel.com/docs/ghl/conversations/send-a-new-message, `forward` */
function forwardOf(entry: Message, forwardTo: string | undefined, wholeThread = false) {
  if (entry.channel !== 'email') {
    throw new errors.Error(
      'Only an email can be forwarded, and this message is not an email. Choose another "Reply Type".',
      'not_an_email',
    );
  }
  if (!forwardTo) {
    throw new errors.Error(
      '"Forward To" is empty. Fill in the email address to forward to.',
      'missing_input',
    );
  }
  return {
    channel: 'email',
    forward: {
      isForwarded: true,
      forwardWholeThread: wholeThread,
      messageId: entry.id,
      ...(entry.emailMessageId && { emailMessageId: entry.emailMessageId }),
      ...(entry.contactId && { sourceContactId: entry.contactId }),
      ...(entry.conversationId && { sourceConversationId: entry.conversationId }),
      toEmail: forwardTo,
    },
  };
}
