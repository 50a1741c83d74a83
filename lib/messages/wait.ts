import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { awaitedReply } from '../../resources/awaited_reply.ts';
import { webhookNamesOf } from '../../resources/channels.ts';
import { isRecord, toText, type RawRecord } from '../../resources/values.ts';
import { whileWaiting } from '../hooks/waits.ts';
import { latestMessage, messageByAnyId } from './find.ts';
import type { Message } from './filter.ts';
import { isSendable, SENDABLE_CHANNELS, sendMessage, type MessageInput } from './send.ts';

const { internal_comment: _comment, ...answerable } = SENDABLE_CHANNELS;

/** The channels on which a contact can answer, with their labels. */
export const ANSWERABLE_CHANNELS = answerable;

/** The units in which people say how long to wait, in seconds. */
const UNIT_SECONDS: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 86_400 };

/** Zapier keeps a step waiting for 30 days; what comes when they are over is lost. */
const LONGEST_DAYS = 30;
const SPARE_SECONDS = 3600;

/** A message to send, and what reply to wait for: 24 hours unless it says otherwise. */
export interface QuestionInput extends MessageInput {
  /** `same` for the channel of the message, or `any`. */
  replyOn?: string;
  waitFor?: number;
  /** `minutes`, `hours` or `days`. */
  waitUnit?: string;
}

/**
 * Sends a message and leaves the step waiting for the contact's reply. In a test in Zapier's editor it
 * is sent, and an example of a reply returned instead.
 *
 * @throws what `sendMessage` and `whileWaiting` throw; errors.Error when it is to wait too long
 */
export async function sendAndWait(z: ZObject, bundle: Bundle, input: QuestionInput) {
  const { replyOn, waitFor = 24, waitUnit = 'hours', ...message } = input;
  const timeoutSeconds = secondsOf(waitFor, waitUnit);
  const send = () => sendMessage(z, bundle, message);
  if (bundle.meta.isLoadingSample) {
    const { sample } = awaitedReply.output;
    return awaitedReply.parse({ ...sample, replyChannel: message.channel, ...(await send()) });
  }
  const messageTypes = replyOn === 'any' ? undefined : repliesTo(message.channel);
  const wait = {
    contactId: message.contactId,
    ...(messageTypes && { messageTypes }),
    timeoutSeconds,
  };
  return whileWaiting(z, bundle, wait, async () =>
    awaitedReply.parse({ ...(await send()), gotReply: false }),
  );
}

function secondsOf(amount: number, unit: string): number {
  const seconds = amount * (UNIT_SECONDS[unit] ?? Number.NaN);
  const longest = LONGEST_DAYS * 86_400;
  if (seconds >= 60 && seconds <= longest) return Math.min(seconds, longest - SPARE_SECONDS);
  throw new errors.Error(
    `"Wait For" must be between 1 minute and ${LONGEST_DAYS} days, and is ${amount} ${unit}.`,
    'invalid_input',
  );
}

/**
 * HighLevel's names for replies on a channel. What is answered to a custom provider's message comes
 * under the name of the channel that the provider stands in for.
 */
function repliesTo(channel: string): string[] | undefined {
  return isSendable(channel) && channel !== 'custom' ? webhookNamesOf(channel) : undefined;
}

/**
 * What a step returns that has waited: the relay says which message is the reply, and the message is
 * read from HighLevel, which gives it only to a connection that may read it.
 *
 * @throws errors.Error when what the relay names is no message of this contact
 */
export async function readReply(z: ZObject, bundle: Bundle) {
  const sent: RawRecord = isRecord(bundle.outputData) ? bundle.outputData : {};
  const { result, messageId, emailMessageId, conversationId, repliedAt } = callOf(bundle);
  if (result !== 'replied') return awaitedReply.parse({ ...sent, gotReply: false });
  const id = messageId ?? emailMessageId;
  const found = id === null ? undefined : (await messageByAnyId(z, id))?.entry;
  const reply = found ?? (await latestReplyIn(z, bundle, conversationId));
  if (reply && (reply.contactId ?? sent['contactId']) !== sent['contactId']) {
    throw new errors.Error(
      'The reply that this step was resumed with is from another contact. Replay the Zap run.',
      'other_contact',
    );
  }
  return awaitedReply.parse({
    ...sent,
    gotReply: true,
    replyText: reply?.body,
    replySubject: reply?.subject,
    replyChannel: reply?.channel,
    replyFrom: reply?.from,
    repliedAt: reply?.dateAdded ?? repliedAt,
    replyAttachments: reply?.attachments,
    replyMessageId: reply?.id ?? id,
  });
}

/** What the relay posted to the callback URL. */
function callOf({ cleanedRequest }: Bundle) {
  const posted: RawRecord = isRecord(cleanedRequest) ? cleanedRequest : {};
  return {
    result: toText(posted['result']),
    messageId: toText(posted['messageId']),
    emailMessageId: toText(posted['emailMessageId']),
    conversationId: toText(posted['conversationId']),
    repliedAt: toText(posted['repliedAt']),
  };
}

/** Some of HighLevel's events name no message. */
async function latestReplyIn(
  z: ZObject,
  bundle: Bundle,
  conversationId: string | null,
): Promise<Message | undefined> {
  if (conversationId === null) return undefined;
  return latestMessage(z, bundle, { conversationId, direction: 'inbound' });
}
