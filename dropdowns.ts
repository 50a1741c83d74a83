import { contactChoices } from './lib/contacts/choices.ts';
import { contactNamed } from './lib/contacts/find_named.ts';
import { conversationChoices } from './lib/conversations/choices.ts';
import { conversationNamed } from './lib/conversations/find_named.ts';
import { choicesFrom } from './lib/operations/choices.ts';
import { assigneeChoices, userChoices, userNamed } from './lib/users/choices.ts';

/** What fills the dropdowns that fields of many areas have: `dropdownOf` in lib/inputs/dropdowns.ts. */

export const assignee = { ...choicesFrom(assigneeChoices), finder: userNamed };

export const contact = { ...choicesFrom(contactChoices), finder: contactNamed };

export const conversation = { ...choicesFrom(conversationChoices), finder: conversationNamed };

export const user = { ...choicesFrom(userChoices), finder: userNamed };
