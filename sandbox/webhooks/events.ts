import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { typeNumber } from '../state/channels.ts';
import type { Contact, Conversation, Email, Message, Note, Task, User } from '../state/records.ts';
import { customFieldValues, iso } from '../api/views.ts';

/** What the events of a message and of a mail have in common. */
function sentOrReceived(sandbox: Sandbox, row: Message, sent: Message | Email): Json {
  return {
    type: sent.direction === 'inbound' ? 'InboundMessage' : 'OutboundMessage',
    locationId: row.locationId,
    contactId: row.contactId,
    conversationId: row.conversationId,
    attachments: sandbox.attachments(sent.attachments),
    dateAdded: iso(sent.dateAdded),
    direction: sent.direction,
    messageType: row.webhookType,
    messageTypeId: typeNumber(row.messageType),
    messageTypeString: row.messageType,
    conversationProviderId: sent.conversationProviderId,
    userId: sent.userId,
    source: sent.direction === 'outbound' ? sent.source : undefined,
  };
}

/** Of a mail: it names the mail and its thread, not the message that stands for the thread. */
const emailEvent = (sandbox: Sandbox, row: Message, email: Email): Json => ({
  ...sentOrReceived(sandbox, row, email),
  body: email.body,
  emailMessageId: email.id,
  threadId: email.threadId,
  subject: email.subject,
  from: email.from,
  to: email.to,
  cc: email.cc,
  bcc: email.bcc,
  provider: email.provider,
});

/** InboundMessage and OutboundMessage: the fields differ between text, email and calls. */
export function messageEvent(sandbox: Sandbox, message: Message, email?: Email): Json {
  if (email) return emailEvent(sandbox, message, email);
  const common = sentOrReceived(sandbox, message, message);
  if (message.call) {
    return {
      ...common,
      attachments:
        message.recordingSeconds === undefined
          ? []
          : [sandbox.absolute(`/files/recordings/${message.id}.wav`)],
      messageId: message.id,
      status:
        message.call.status === 'voicemail' && message.direction === 'outbound'
          ? 'completed'
          : message.call.status,
      callDuration: message.call.duration,
      callStatus: message.call.status,
    };
  }
  return {
    ...common,
    ...(message.lateMedia ? { attachments: [] } : {}),
    messageId: message.id,
    body: message.lateMedia ? '' : (message.body ?? ''),
    contentType: message.contentType,
    status: message.status,
    chatWidgetId: message.chatWidgetId,
    from: message.from,
    to: message.to,
  };
}

/** ConversationUnreadUpdate. */
export const unreadEvent = (conversation: Conversation): Json => ({
  type: 'ConversationUnreadUpdate',
  locationId: conversation.locationId,
  id: conversation.id,
  contactId: conversation.contactId,
  unreadCount: conversation.unreadCount,
  inbox: conversation.inbox,
  starred: conversation.starred,
  deleted: conversation.deleted,
});

export type ContactEvent =
  | 'ContactCreate'
  | 'ContactUpdate'
  | 'ContactDelete'
  | 'ContactTagUpdate'
  | 'ContactDndUpdate';

/** The five contact events; only the do-not-disturb one carries the settings per channel. */
export const contactEvent = (sandbox: Sandbox, type: ContactEvent, contact: Contact): Json => ({
  type,
  locationId: contact.locationId,
  id: contact.id,
  address1: contact.address1,
  city: contact.city,
  state: contact.state,
  companyName: contact.companyName,
  country: contact.country,
  source: contact.source,
  dateAdded: iso(contact.dateAdded),
  dateOfBirth: contact.dateOfBirth,
  dnd: contact.dnd,
  ...(type === 'ContactDndUpdate' ? { dndSettings: contact.dndSettings } : {}),
  email: contact.email,
  name: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
  firstName: contact.firstName,
  lastName: contact.lastName,
  phone: contact.phone,
  postalCode: contact.postalCode,
  tags: contact.tags,
  website: contact.website,
  attachments: [],
  assignedTo: contact.assignedTo,
  customFields: customFieldValues(sandbox, contact),
});

/** CampaignStatusUpdate: of the contact in its first campaign. `paused` is the one documented status. */
export const campaignEvent = (contact: Contact, now: number): Json => ({
  type: 'CampaignStatusUpdate',
  locationId: contact.locationId,
  id: contact.campaigns[0] ?? contact.id,
  contactId: contact.id,
  status: 'paused',
  templateId: contact.campaigns[0] ?? '',
  replied: 'false',
  dateAdded: iso(now),
});

export const noteEvent = (type: 'NoteCreate' | 'NoteUpdate' | 'NoteDelete', note: Note): Json => ({
  type,
  locationId: note.locationId,
  id: note.id,
  body: note.body,
  contactId: note.contactId,
  dateAdded: iso(note.dateAdded),
});

export const taskEvent = (
  type: 'TaskCreate' | 'TaskComplete' | 'TaskDelete',
  task: Task,
): Json => ({
  type,
  locationId: task.locationId,
  id: task.id,
  assignedTo: task.assignedTo,
  body: task.body,
  contactId: task.contactId,
  title: task.title,
  dateAdded: iso(task.dateAdded),
  dueDate: task.dueDate,
});

export const userEvent = (type: 'UserCreate' | 'UserUpdate' | 'UserDelete', user: User): Json => ({
  type,
  ...(user.locationIds[0] === undefined
    ? { companyId: user.companyId }
    : { locationId: user.locationIds[0] }),
  id: user.id,
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  phone: user.phone,
  extension: user.extension,
  role: user.role,
  permissions: user.permissions,
  locations: user.locationIds,
});
