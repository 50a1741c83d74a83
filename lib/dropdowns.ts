import type { Bundle, ZObject } from 'zapier-platform-core';

import { contact } from '../resources/contact.ts';
import { conversation } from '../resources/conversation.ts';
import { CHANNEL_LABELS } from '../resources/channels.ts';
import { phoneNumber } from '../resources/phone_number.ts';
import { user } from '../resources/user.ts';
import { callList } from './client.ts';
import { locationOf } from './location.ts';

/** One entry of a dropdown: what is stored, and what a person reads. */
export interface Choice {
  id: string;
  name: string;
}

/** A page of a dropdown, and the token of the next one where there is one. */
export interface ChoicePage {
  choices: Choice[];
  next?: string;
}

/** Reads a page of a dropdown; no token means the first. */
export type ChoiceSource = (z: ZObject, bundle: Bundle, token?: string) => Promise<ChoicePage>;

const PAGE_SIZE = 100;

/** Contacts, the latest first. https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const contactChoices: ChoiceSource = async (z, bundle, token = '1') => {
  const contacts = await callList(z, contact, 'contacts', {
    method: 'POST',
    url: '/contacts/search',
    body: { locationId: locationOf(bundle), pageLimit: PAGE_SIZE, page: Number(token) },
    repeatable: true,
  });
  const choices = contacts.map(({ id, name, email, phone, companyName }) => ({
    id,
    name: name ?? email ?? phone ?? companyName ?? 'Contact without a name',
  }));
  return pageOf(choices, String(Number(token) + 1));
};

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
  const choices = conversations.map(({ id, contactName, email, phone, lastMessageChannel }) => ({
    id,
    name: withChannel(contactName ?? email ?? phone ?? 'Unnamed contact', lastMessageChannel),
  }));
  const last = conversations.at(-1)?.lastMessageDate;
  return pageOf(choices, last ? String(Date.parse(last)) : undefined);
};

/** Team members of the sub-account; HighLevel gives all of them at once. */
export const userChoices: ChoiceSource = async (z, bundle) => {
  const users = await callList(z, user, 'users', {
    url: '/users/',
    params: { locationId: locationOf(bundle) },
  });
  return {
    choices: users
      .filter((entry) => entry.deleted !== true)
      .map(({ id, name, email }) => ({ id, name: name ?? email ?? 'User without a name' })),
  };
};

/** The same, after "Unassigned": HighLevel's word for conversations that nobody has. */
export const assigneeChoices: ChoiceSource = async (z, bundle) => {
  const { choices } = await userChoices(z, bundle);
  return { choices: [{ id: 'unassigned', name: 'Unassigned' }, ...choices] };
};

/** Phone numbers of the sub-account; the stored value is the number itself. */
export const phoneNumberChoices: ChoiceSource = async (z, bundle, token = '0') => {
  const numbers = await callList(z, phoneNumber, 'numbers', {
    url: `/phone-system/numbers/location/${locationOf(bundle)}`,
    params: { pageSize: PAGE_SIZE, page: Number(token) },
  });
  const choices = numbers.map(({ id, name }) => ({ id, name: name ? `${name} (${id})` : id }));
  return pageOf(choices, String(Number(token) + 1));
};

/** `choices.perform` of a static field, which Zapier pages by token. */
export function choicesFrom(source: ChoiceSource) {
  return {
    perform: async (z: ZObject, bundle: Bundle) => {
      const { choices, next } = await source(z, bundle, bundle.meta.paging_token);
      return {
        results: choices.map(({ id, name }) => ({ id, label: name })),
        paging_token: next ?? null,
      };
    },
  };
}

function pageOf(choices: Choice[], next: string | undefined): ChoicePage {
  return choices.length < PAGE_SIZE ? { choices } : { choices, next };
}

function withChannel(name: string, channel: string | null): string {
  const label = Object.entries(CHANNEL_LABELS).find(([key]) => key === channel)?.[1];
  return label ? `${name} (${label})` : name;
}
