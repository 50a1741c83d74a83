import type { Bundle, ZObject } from 'zapier-platform-core';

import { loggedCall } from '../../resources/added_message.ts';
import { toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { addToConversation, type Received } from '../messages/add_message.ts';
import { errorMessage } from '../http/error_message.ts';

/** The kinds of inbound call that can be logged, with HighLevel's name for each. */
export const CALL_TYPES = {
  call: 'Call',
  ivr_call: 'IVR_Call',
  campaign_call: 'Campaign_Call',
  campaign_voicemail: 'Campaign_VoiceMail',
} as const;

/** A call that was made elsewhere. */
export interface CallInput extends Received {
  direction: string;
  status: string;
  from?: string;
  to?: string;
  /** One of `CALL_TYPES`, of an inbound call. */
  kind?: string;
  /** Seconds. */
  duration?: number;
  notes?: string;
}

/**
 * Writes a call that was made elsewhere into its contact's conversation. HighLevel has no place for
 * its duration and notes: they become an internal comment beside it.
 * https://marketplace.gohighlevel.com/docs/ghl/conversations/add-an-outbound-message
 */
export async function logCall(z: ZObject, bundle: Bundle, input: CallInput) {
  const { direction, status, from, to, kind = 'call', contactId } = input;
  const isInbound = direction === 'inbound';
  const inboundType = Object.entries(CALL_TYPES).find(([key]) => key === kind)?.[1];
  const content = {
    type: isInbound ? (inboundType ?? CALL_TYPES.call) : CALL_TYPES.call,
    call: {
      status,
      ...(from && { from }),
      ...(to && { to }),
    },
    ...(isInbound && { direction }),
  };
  const answer = await addToConversation(
    z,
    bundle,
    isInbound ? 'inbound' : 'outbound',
    'call',
    input,
    content,
  );
  const comment = await addComment(z, contactId, commentOn(input));
  return loggedCall.parse({ ...answer, direction, callStatus: status, ...comment });
}

function commentOn({ duration, notes }: CallInput): string | undefined {
  const lasted =
    duration === undefined
      ? undefined
      : `The call lasted ${Math.floor(duration / 60)} min ${duration % 60} s.`;
  return [lasted, notes].filter(Boolean).join('\n') || undefined;
}

/** The call is logged already: a comment that fails must not have the step repeated. */
async function addComment(z: ZObject, contactId: string, message: string | undefined) {
  if (!message) return {};
  try {
    const { data } = await send(z, {
      method: 'POST',
      url: '/conversations/messages',
      body: { type: 'InternalComment', contactId, message },
    });
    return { commentId: toRecord(data)['messageId'] };
  } catch (error) {
    return { problem: `The comment could not be added: ${errorMessage(error)}` };
  }
}
