import { conversationChoices } from '../../lib/dropdowns.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('conversation_list', 'Conversation', conversationChoices);
