import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { reviewConversationField } from '../../lib/messages/fields.ts';
import { replyToReview } from '../../lib/messages/review.ts';
import { skipDuplicatesField } from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  { ...reviewConversationField, required: true },
  {
    key: 'message',
    label: 'Reply',
    type: 'text',
    required: true,
    helpText: 'Shown on Google below the review.',
  },
  skipDuplicatesField,
]);

export const perform = (async (z, bundle) =>
  replyToReview(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'reply_to_review',
  noun: 'Review Reply',
  display: {
    label: 'Reply to Review',
    description: "Publishes a reply to a Google review. It is public and can't be undone.",
  },
  operation: { inputFields, perform, ...sentMessage.outputOf({ channel: 'review' }) },
});
