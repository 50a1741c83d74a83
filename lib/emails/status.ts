import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { emailStatus } from '../../resources/email_status.ts';
import { toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { messagesOf } from '../http/answers.ts';
import { path } from '../http/path.ts';

/** What a provider says of an email, in the words of the input fields. */
export interface EmailStatusInput {
  emailMessageId: string;
  status: string;
  recipients?: { emailId: string; recipientStatus: string; failReason?: string }[];
  events?: { event: string; count: number }[];
}

/**
 * Sets the delivery status of an email, of its recipients, and its counts of events. The endpoint
 * exists in v3 only: https://marketplace.gohighlevel.com/docs/ghl/conversations
 *
 * @throws errors.Error when another app owns the email's provider
 */
export async function updateEmailStatus(z: ZObject, bundle: Bundle, input: EmailStatusInput) {
  const { emailMessageId, status, recipients } = input;
  const response = await send(z, {
    method: 'PUT',
    url: path`/conversations/messages/email/${emailMessageId}/status`,
    version: 'v3',
    body: {
      status,
      recipients: recipients?.map(({ emailId, recipientStatus, failReason }) => ({
        emailId,
        status: recipientStatus,
        failReason,
      })),
      events: countsOf(input.events),
    },
    expected: [403],
    mayBeEmpty: true,
  });
  if (response.status === 403) {
    if (messagesOf(response.data).some((text) => /location/i.test(text))) {
      throwFailure(response, bundle);
    }
    throw new errors.Error(
      'HighLevel does not let this connection set the status of this email: only the app that owns its conversation provider can. ' +
        'Use this step only for emails sent through your own provider.',
      'not_the_provider',
      403,
    );
  }
  return emailStatus.parse({ ...toRecord(response.data), id: emailMessageId, status });
}

/** Counts by event; lines of one event are added up. */
function countsOf(events: EmailStatusInput['events']): Record<string, number> | undefined {
  return events?.reduce<Record<string, number>>(
    (counts, { event, count }) => ({ ...counts, [event]: (counts[event] ?? 0) + count }),
    {},
  );
}
