import { limitField } from '../../lib/inputs/common_fields.ts';
import { defineSearch } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { channelField, containsField } from '../../lib/messages/filter_fields.ts';
import { listScheduled } from '../../lib/messages/scheduled.ts';
import { scheduledMessageList } from '../../resources/message_list.ts';

export default defineSearch({
  key: 'find_scheduled_messages',
  noun: 'Scheduled Message List',
  display: {
    label: 'Find Many Scheduled Messages',
    description:
      'Finds up to 500 messages and emails that are waiting to be sent, as one text and as line items, the latest written first. If there are none, this step finds nothing. The time they will be sent is not available. To stop one, use Cancel Scheduled Message.',
  },
  operation: {
    inputFields: [
      contactFieldFor('Only messages to this contact.', 'Leave blank for all contacts.'),
      channelField,
      containsField,
      limitField('messages'),
    ],
    perform: async (z, bundle) => {
      const found = await listScheduled(z, bundle, bundle.inputData);
      return found ? [found] : [];
    },
    ...scheduledMessageList.output,
  },
});
