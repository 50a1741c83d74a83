import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { conversation } from '../../resources/conversation.ts';
import { locationOf } from '../connection/location.ts';
import { labelOf } from '../contacts/names.ts';
import { callList } from '../http/client.ts';
import { type ChoiceSource, PAGE_SIZE, pageOf } from '../operations/choices.ts';
import { contactNamesOf } from './contact_names.ts';

/** Conversations by the name of their contact, the latest message first. */
export const conversationChoices: ChoiceSource = async (z, bundle, token) => {
  const conversations = await callList(z, conversation, 'conversations', {
    url: '/conversations/search',
    params: {
      locationId: locationOf(bundle),
      sortBy: 'last_message_date',
      sort: 'desc',
      limit: PAGE_SIZE,
      startAfterDate: token,
    },
  });
  const personOf = await contactNamesOf(z, bundle, conversations);
  const choices = conversations.map(({ id, contactId, lastMessageChannel }) => {
    const { name, detail } = personOf(contactId ?? id);
    return { id, name: labelOf(name, [detail, channelLabel(lastMessageChannel)]) };
  });
  const last = conversations.at(-1)?.lastMessageDate;
  return pageOf(choices, last ? String(Date.parse(last)) : undefined);
};

function channelLabel(channel: string | null): string | undefined {
  return Object.entries(CHANNEL_LABELS).find(([key]) => key === channel)?.[1];
}
