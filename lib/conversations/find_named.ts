import { contactNamed } from '../contacts/find_named.ts';
import { folded, quoted } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { NoSuchRecordError } from '../inputs/refusal.ts';
import { onlyOne } from '../operations/choices.ts';
import { searchConversations } from './conversations.ts';

/**
 * The conversation with a contact, by the contact's email address, phone number or full name.
 *
 * @throws errors.Error when nobody or more than one has it, or there is no conversation
 */
export const conversationNamed: RecordFinder = async (z, bundle, typed, label) => {
  if (!/@|\d{3}/.test(typed)) {
    const { conversations } = await searchConversations(z, bundle, { query: typed });
    const wanted = folded(typed);
    const found = conversations
      .filter(({ contactName }) => contactName !== null && folded(contactName) === wanted)
      .map(({ id, contactName, email, phone }) => ({
        id,
        name: [contactName, email ?? phone].filter(Boolean).join(', '),
      }));
    return onlyOne(found, { what: 'conversation', typed, label });
  }
  const contactId = await contactNamed(z, bundle, typed, label);
  const { conversations } = await searchConversations(z, bundle, { contactId, limit: 1 });
  const [conversation] = conversations;
  if (conversation) return conversation.id;
  throw new NoSuchRecordError(
    `"${label}": the contact with ${quoted(typed)} has no conversation yet.`,
    'Send a message first, or add a Create Conversation step.',
  );
};
