import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/alternatives.ts';
import { readDate } from '../../lib/dates.ts';
import { channelField, contactField, conversationField, directionField } from '../../lib/fields.ts';
import { listMessages } from '../../lib/message_list.ts';
import { messageList } from '../../resources/message_list.ts';

const inputFields = defineInputFields([
  { ...conversationField, helpText: 'The messages of this conversation.' },
  { ...contactField, helpText: 'Or the messages with this contact.' },
  channelField,
  directionField,
  {
    key: 'startDate',
    label: 'Sent After',
    type: 'datetime',
    helpText: 'Only messages from this time on.',
  },
  {
    key: 'endDate',
    label: 'Sent Before',
    type: 'datetime',
    helpText: 'Only messages up to this time.',
  },
  {
    key: 'limit',
    label: 'Limit',
    type: 'integer',
    default: '100',
    helpText: 'How many of the latest messages to give, up to 500.',
  },
  {
    key: 'includeEmailText',
    label: 'Include Email Text',
    type: 'boolean',
    default: 'true',
    helpText:
      'Reads the text of the latest 50 e-mails too. Set it to no when subject and date are enough: it is faster.',
  },
  {
    key: 'includeActivity',
    label: 'Include Activity',
    type: 'boolean',
    helpText: 'Set to yes for the notes that HighLevel itself writes into a conversation too.',
  },
]);

export const perform = (async (z, bundle) => {
  const { startDate, endDate, ...filters } = bundle.inputData;
  exactlyOne({ Conversation: filters.conversationId, Contact: filters.contactId });
  const { timezone } = bundle.meta;
  const found = await listMessages(z, bundle, {
    ...filters,
    startDate: startDate ? readDate(startDate, 'Sent After', timezone) : undefined,
    endDate: endDate ? readDate(endDate, 'Sent Before', timezone) : undefined,
  });
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'list_messages',
  noun: 'Message List',
  display: {
    label: 'Find Many Messages',
    description:
      'Finds the latest messages of a conversation or contact, as one transcript and as line items.',
  },
  operation: { inputFields, perform, ...messageList.output },
});
