import { conversationChoices } from '../../lib/conversations/choices.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('conversation_list', 'Conversation', conversationChoices);
