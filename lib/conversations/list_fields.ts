import { limitField } from '../inputs/common_fields.ts';
import { DATE_HELP, MOVING_DATE_HELP } from '../inputs/help.ts';
import { defineInputFields } from 'zapier-platform-core';

import { queryField } from '../contacts/fields.ts';
import { inGroup } from '../operations/groups.ts';
import { channelField } from './channel_fields.ts';
import { assigneeField } from './fields.ts';
import {
  CONVERSATION_GROUPS,
  conversationStatusField,
  lastActionField,
  lastDirectionField,
  lastMessageAfterField,
  lastMessageBeforeField,
  moreFilterFields,
} from './filter_fields.ts';

/** By what many conversations are found, and how many. All that is filled in must hold. */
export const conversationListFields = defineInputFields([
  conversationStatusField,
  assigneeField,
  queryField,
  ...inGroup(CONVERSATION_GROUPS.lastMessage, [
    { ...channelField, helpText: 'The channel of the last message. Leave blank for any.' },
    lastDirectionField,
    lastActionField,
    lastMessageAfterField,
    {
      ...lastMessageBeforeField,
      helpText: `Only conversations without a message since this time. For contacts who are still waiting for an answer, also set **Last Message Direction** to Inbound. ${MOVING_DATE_HELP} ${DATE_HELP}`,
    },
  ]),
  ...moreFilterFields,
  ...inGroup(CONVERSATION_GROUPS.details, [limitField('conversations')]),
]);
