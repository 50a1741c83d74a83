import { toText, type RawRecord } from '../../../resources/values.ts';
import { somebody, someFile, someRecord } from './records.ts';
import type { SandboxAccount } from './sandbox-account.ts';

/** What an operation needs beside what its form tells. */
export interface LiveCase {
  /** Inputs that cannot be guessed; made after the data was reset and `event` has happened. */
  inputs?: (account: SandboxAccount) => Promise<RawRecord>;
  /** What happens in HighLevel: before a step runs, or after an instant trigger has subscribed. */
  event?: (account: SandboxAccount) => Promise<unknown>;
}

/**
 * Operations that do not run on what their form asks for alone, and instant triggers with what starts
 * them. An operation that is not here runs on inputs made from its fields.
 */
export const LIVE_CASES: Readonly<Record<string, LiveCase>> = {
  'triggers.new_inbound_message': { event: write({ channel: 'SMS' }) },
  'triggers.new_outbound_message': { event: write({ channel: 'SMS', direction: 'outbound' }) },
  'triggers.message_failed': {
    event: write({ channel: 'SMS', direction: 'outbound', status: 'failed' }),
  },
  'triggers.new_call': { event: write({ channel: 'Call', call: { duration: 95 } }) },
  'triggers.conversation_started': { event: firstMessage },
  'triggers.conversation_read_state_changed': {
    event: fire('ConversationUnreadUpdate', 'conversations'),
  },
  'triggers.contact_created': { event: fire('ContactCreate', 'contacts') },
  'triggers.contact_updated': { event: fire('ContactUpdate', 'contacts') },
  'triggers.contact_deleted': { event: fire('ContactDelete', 'contacts') },
  'triggers.contact_tags_changed': { event: fire('ContactTagUpdate', 'contacts') },
  'triggers.contact_dnd_changed': { event: fire('ContactDndUpdate', 'contacts') },
  'triggers.note_added': { event: fire('NoteCreate', 'notes') },
  'triggers.task_created': { event: fire('TaskCreate', 'tasks') },
  'triggers.task_completed': { event: fire('TaskComplete', 'tasks') },
  'triggers.user_created': { event: fire('UserCreate', 'users') },
  'searches.find_user': { inputs: fromRecord('users', { query: 'firstName' }) },
  'searches.find_phone_number': { inputs: fromRecord('phoneNumbers', { query: 'phoneNumber' }) },
  'searches.find_workflow': { inputs: fromRecord('workflows', { name: 'name' }) },
  'searches.find_campaign': { inputs: fromRecord('campaigns', { name: 'name' }) },
  'searches.find_tag': { inputs: fromRecord('tags', { name: 'name' }) },
  'searches.find_task': { inputs: fromRecord('tasks', { query: 'title' }) },
  'creates.complete_task': {
    inputs: fromRecord('tasks', { taskId: 'id', contactId: 'contactId' }),
  },
  'creates.update_message_status': {
    event: writeThroughOwn('SMS'),
    inputs: async (account) => ({ messageId: (await written(account))['id'], status: 'delivered' }),
  },
  'creates.update_email_status': {
    event: writeThroughOwn('Email'),
    inputs: async (account) => {
      const isIt = ({ body }: RawRecord) => toText(body)?.includes(TEXT) === true;
      const { id } = await someRecord(account, 'emails', isIt);
      return { emailMessageId: id, status: 'delivered' };
    },
  },
  'creates.add_message_attachments': {
    inputs: async (account) => ({
      messageId: await loggedCall(account),
      attachments: [await someFile(account)],
    }),
  },
  'creates.log_call': {
    inputs: async (account) => ({ conversationProviderId: await ownProvider(account, 'Call') }),
  },
  'creates.show_typing': { inputs: liveChat },
  'creates.api_request': {
    inputs: () => Promise.resolve({ method: 'GET', path: '/locations/{locationId}/tags' }),
  },
};

const TEXT = 'Is Thursday at ten still free?';

/** A message to or from a contact. */
function write(message: RawRecord): LiveCase['event'] {
  return async (account) => {
    const { id } = await somebody(account);
    return account.sandbox.post('/messages', { contactId: id, body: TEXT, ...message });
  };
}

/** A message of somebody who has never written before. */
async function firstMessage(account: SandboxAccount): Promise<unknown> {
  const conversations = await account.sandbox.list('/state/conversations');
  const known = new Set(conversations.map(({ contactId }) => contactId));
  const { id } = await someRecord(account, 'contacts', (contact) => !known.has(contact['id']));
  return account.sandbox.post('/messages', { contactId: id, channel: 'SMS', body: TEXT });
}

/** A message that went out through this app's own conversation provider. */
function writeThroughOwn(type: string): LiveCase['event'] {
  return async (account) => {
    const conversationProviderId = await ownProvider(account, type);
    const message = { channel: type, direction: 'outbound', conversationProviderId };
    return write(message)?.(account);
  };
}

/** The message that `write` wrote. */
function written(account: SandboxAccount): Promise<RawRecord> {
  return someRecord(account, 'messages', ({ body }) => body === TEXT);
}

async function ownProvider(account: SandboxAccount, type: string): Promise<unknown> {
  const isOwn = (provider: RawRecord) =>
    provider['appId'] === account.appId && provider['type'] === type;
  return (await someRecord(account, 'providers', isOwn))['id'];
}

/** A call from another phone system, logged by the connector's own step. */
async function loggedCall(account: SandboxAccount): Promise<unknown> {
  const inputData = {
    contactId: (await somebody(account))['id'],
    direction: 'inbound',
    status: 'completed',
    conversationProviderId: await ownProvider(account, 'Call'),
  };
  const bundle = { ...account.connection, inputData };
  return (await account.app.one({ method: 'creates.log_call.operation.perform', bundle }))['id'];
}

/** A conversation with somebody who chats on the website. */
async function liveChat(account: SandboxAccount): Promise<RawRecord> {
  const visitor = await someRecord(account, 'contacts', ({ visitorId }) => Boolean(visitorId));
  const ofVisitor = ({ contactId }: RawRecord) => contactId === visitor['id'];
  return { conversationId: (await someRecord(account, 'conversations', ofVisitor))['id'] };
}

/** HighLevel's event about a record that is there. */
function fire(type: string, collection: string): LiveCase['event'] {
  return async (account) => {
    const { id } = await someRecord(account, collection);
    return account.sandbox.post('/events', { type, id });
  };
}

/** Inputs taken from a record that is there: the input's key, and the record's. */
function fromRecord(collection: string, keys: Record<string, string>): LiveCase['inputs'] {
  return async (account) => {
    const record = await someRecord(account, collection);
    return Object.fromEntries(
      Object.entries(keys).map(([input, key]) => [input, toText(record[key])]),
    );
  };
}
