import type { Bundle, ZObject } from 'zapier-platform-core';

import { contact } from '../resources/contact.ts';
import { conversation } from '../resources/conversation.ts';
import { CHANNEL_LABELS } from '../resources/channels.ts';
import { user } from '../resources/user.ts';
import { toText } from '../resources/values.ts';
import { callList } from './http/client.ts';
import { locationOf } from './connection/location.ts';
import { listPhoneNumbers } from './phone_numbers/phone_numbers.ts';
import {
  listCampaigns,
  listCustomFields,
  listTags,
  listTemplates,
  listWorkflows,
  TEMPLATES_PAGE,
} from './locations/location_lists.ts';
import { tasksOfContact } from './tasks/tasks.ts';
import { userScopes } from './users/scopes.ts';

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
  const numbers = await listPhoneNumbers(z, bundle, Number(token), PAGE_SIZE);
  const choices = numbers.map(({ id, name }) => ({ id, name: name ? `${name} (${id})` : id }));
  return pageOf(choices, String(Number(token) + 1));
};

/** Tags of the sub-account; the stored value is the name, which is what contacts carry. */
export const tagChoices: ChoiceSource = async (z, bundle) => {
  const tags = await listTags(z, bundle);
  return { choices: tags.flatMap(({ name }) => (name ? [{ id: name, name }] : [])) };
};

/** Published workflows: drafts take no contacts. */
export const workflowChoices: ChoiceSource = async (z, bundle) => {
  const workflows = await listWorkflows(z, bundle);
  return {
    choices: workflows
      .filter(({ status }) => status === 'published')
      .map(({ id, name }) => ({ id, name: name ?? 'Workflow without a name' })),
  };
};

/** Published campaigns: drafts take no contacts. */
export const campaignChoices: ChoiceSource = async (z, bundle) => {
  const campaigns = await listCampaigns(z, bundle, 'published');
  return {
    choices: campaigns.map(({ id, name }) => ({ id, name: name ?? 'Campaign without a name' })),
  };
};

/** Custom fields of contacts and opportunities. */
export const customFieldChoices: ChoiceSource = async (z, bundle) => {
  const fields = await listCustomFields(z, bundle, 'all');
  return {
    choices: fields.map(({ id, name, model }) => ({
      id,
      name: `${name ?? 'Field without a name'}${model === 'opportunity' ? ' (opportunity)' : ''}`,
    })),
  };
};

const TEMPLATE_TYPES: Record<string, string> = { sms: 'SMS', email: 'Email', whatsapp: 'WhatsApp' };

/** Message templates of the sub-account. */
export const templateChoices: ChoiceSource = async (z, bundle, token = '0') => {
  const templates = await listTemplates(z, bundle, undefined, Number(token));
  const choices = templates.map(({ id, name, type }) => ({
    id,
    name: `${name ?? 'Template without a name'} (${TEMPLATE_TYPES[type ?? ''] ?? 'other'})`,
  }));
  const isLast = templates.length < TEMPLATES_PAGE;
  return isLast ? { choices } : { choices, next: String(Number(token) + TEMPLATES_PAGE) };
};

/** The tasks of the contact that the step names in `contactId`, the open ones first. */
export const taskChoices: ChoiceSource = async (z, bundle) => {
  const contactId = toText(bundle.inputData['contactId']);
  if (!contactId) return { choices: [] };
  const tasks = await tasksOfContact(z, contactId);
  return {
    choices: tasks
      .toSorted((one, other) => Number(one.completed) - Number(other.completed))
      .map(({ id, title, completed }) => ({
        id,
        name: `${title ?? 'Task without a title'}${completed === true ? ' (completed)' : ''}`,
      })),
  };
};

/** IANA time zones, which need no request. */
export const timezoneChoices: ChoiceSource = () =>
  Promise.resolve({
    choices: Intl.supportedValuesOf('timeZone').map((id) => ({
      id,
      name: id.replaceAll('_', ' '),
    })),
  });

/** HighLevel's rights of users, which need no request. */
export const userScopeChoices: ChoiceSource = () => Promise.resolve({ choices: userScopes() });

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
