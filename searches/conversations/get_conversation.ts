import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { conversationWithNames } from '../../lib/conversations/details.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { conversationDetails } from '../../resources/conversation_details.ts';

const inputFields = defineInputFields([{ ...conversationField, required: true }]);

export const perform = (async (z, bundle) => {
  const found = await conversationWithNames(z, bundle, bundle.inputData.conversationId);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'get_conversation',
  noun: 'Conversation',
  display: {
    label: 'Find Conversation Details',
    description:
      'Finds a conversation with the names of its contact and of the user it is assigned to.',
  },
  operation: { inputFields, perform, ...conversationDetails.output },
});
