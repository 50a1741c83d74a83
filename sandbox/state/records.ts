import type { ConversationType, DndChannel, MessageType } from './channels.ts';

/** Records as the sandbox keeps them: dates are milliseconds since 1970, absent values are undefined. */

export interface Location {
  id: string;
  companyId: string;
  name: string;
  email: string;
  phone: string;
  timezone: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  website: string;
  firstName: string;
  lastName: string;
  allowDuplicateContact: boolean;
  allowDuplicateOpportunity: boolean;
  dateAdded: number;
}

export interface DndSetting {
  status: 'active' | 'inactive' | 'permanent';
  message?: string;
  code?: string;
}

export interface CustomFieldValue {
  id: string;
  value: unknown;
}

/** Who made a record: a person at the app's page, or an app over the API. */
export interface Origin {
  source: 'WEB_USER' | 'INTEGRATION';
  channel: 'APP' | 'OAUTH';
  /** The user, or the client id of the app. */
  sourceId: string;
  timestamp: number;
}

/** Where a contact came from: the form, survey, link ... of `medium`. */
export interface Attribution {
  url: string;
  medium: string;
  mediumId: string | null;
  /** The campaign of an advertisement that led there. */
  campaign?: string;
}

export interface Contact {
  id: string;
  locationId: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  additionalEmails: string[];
  phone?: string;
  additionalPhones: string[];
  companyName?: string;
  /** The company that the contact was added to; its name may differ from `companyName`. */
  businessId?: string;
  address1?: string;
  city?: string;
  state?: string;
  country?: string;
  postalCode?: string;
  website?: string;
  timezone?: string;
  gender?: string;
  source?: string;
  dateOfBirth?: string | number;
  dnd: boolean;
  dndSettings: Partial<Record<DndChannel, DndSetting>>;
  inboundDndSettings?: { all: DndSetting };
  tags: string[];
  customFields: CustomFieldValue[];
  assignedTo?: string;
  followers: string[];
  visitorId?: string;
  profilePhoto?: string;
  createdBy: Origin;
  attributionSource?: Attribution;
  lastAttributionSource?: Attribution;
  workflows: string[];
  campaigns: string[];
  dateAdded: number;
  dateUpdated: number;
}

export interface Conversation {
  id: string;
  locationId: string;
  contactId: string;
  type: ConversationType;
  unreadCount: number;
  starred: boolean;
  deleted: boolean;
  inbox: boolean;
  followers: string[];
  mentions: string[];
  feedback?: unknown;
  /** Kinds of every message that it ever had, each once. */
  messageTypes: MessageType[];
  lastMessageId?: string;
  lastMessageBody?: string;
  lastMessageType?: MessageType;
  lastMessageDirection?: Direction;
  lastMessageDate: number;
  lastManualMessageDate?: number;
  lastOutboundMessageAction?: 'automated' | 'manual';
  dateAdded: number;
  dateUpdated: number;
}

export type Direction = 'inbound' | 'outbound';
export type MessageStatus =
  | 'connected'
  | 'delivered'
  | 'failed'
  | 'opened'
  | 'pending'
  | 'read'
  | 'scheduled'
  | 'sent'
  | 'undelivered'
  | 'clicked'
  | 'opt_out'
  | 'queued'
  | 'completed'
  | 'voicemail';

export const CALL_STATUSES = [
  'pending',
  'completed',
  'answered',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'voicemail',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

export interface TranscriptSentence {
  mediaChannel: number;
  sentenceIndex: number;
  /** Milliseconds from the start of the call. */
  startTime: number;
  endTime: number;
  transcript: string;
  confidence: number;
}

/**
 * A file of a message, at an absolute address or a path under `/files/` of this server. Instagram and
 * others give an object with its kind.
 */
export type Attachment = string | { url: string; type: string; name?: string };

export interface Message {
  id: string;
  locationId: string;
  contactId: string;
  conversationId: string;
  messageType: MessageType;
  /** Short form in webhooks: "SMS", "Email", "CALL", "VoiceMail", "Live Chat". */
  webhookType: string;
  direction: Direction;
  status: MessageStatus;
  body?: string;
  contentType: string;
  attachments: Attachment[];
  source?: string;
  userId?: string;
  altId?: string;
  subType?: string;
  from?: string;
  to?: string;
  conversationProviderId?: string;
  chatWidgetId?: string;
  call?: { duration: number; status: CallStatus };
  /** What HighLevel writes itself: only messages of TYPE_ACTIVITY_* have it. */
  activity?: { title: string; type: string; data: Record<string, unknown> };
  /** An email's row stands for a whole thread: the ids of its mails, in the order in which they came. */
  emailIds?: string[];
  /** Whether `meta` has the ids at `email.email.messageIds` (highlevel-api-docs #54). */
  emailMetaIsNested?: boolean;
  /**
   * Files and text that arrive after the message: its event has neither, and so many readings of the
   * message have not either (highlevel-api-docs #212, #299).
   */
  lateMedia?: { readings: number };
  error?: { code: string; type: string; message: string };
  scheduledAt?: number;
  cancelled?: boolean;
  /** How often a status update was refused because the message is too young. */
  statusRefusals: number;
  /** Seconds of synthesised sound; absent when there is no recording. */
  recordingSeconds?: number;
  transcript?: TranscriptSentence[];
  dateAdded: number;
  dateUpdated: number;
}

export interface Email {
  id: string;
  messageId: string;
  altId?: string;
  threadId: string;
  locationId: string;
  contactId: string;
  conversationId: string;
  subject?: string;
  body: string;
  direction: Direction;
  status: MessageStatus;
  contentType: string;
  attachments: Attachment[];
  provider?: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyToMessageId?: string;
  source?: string;
  userId?: string;
  conversationProviderId?: string;
  scheduledAt?: number;
  cancelled?: boolean;
  dateAdded: number;
  dateUpdated: number;
}

/** A conversation provider: what carries custom messages, and the app that owns it. */
export interface Provider {
  id: string;
  locationId: string;
  name: string;
  type: 'SMS' | 'Email' | 'Call';
  /** True when it stands beside the default provider, and messages name it explicitly. */
  custom: boolean;
  appId: string;
}

export interface User {
  id: string;
  companyId: string;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  extension?: string;
  type: string;
  role: string;
  locationIds: string[];
  permissions: Record<string, boolean>;
  scopes: string[];
  scopesAssignedToOnly: string[];
  profilePhoto?: string;
  twilioPhone?: Record<string, unknown>;
  platformLanguage?: string;
  deleted: boolean;
  dateAdded: number;
}

export interface Note {
  id: string;
  locationId: string;
  contactId: string;
  userId?: string;
  title?: string;
  body: string;
  color?: string;
  pinned: boolean;
  dateAdded: number;
}

export interface Task {
  id: string;
  locationId: string;
  contactId: string;
  title: string;
  body?: string;
  assignedTo?: string;
  dueDate: string;
  completed: boolean;
  dateAdded: number;
}

export interface Named {
  id: string;
  locationId: string;
  name: string;
}

export interface Workflow extends Named {
  status: 'draft' | 'published';
  version: number;
  createdAt: number;
  updatedAt: number;
}

export interface Campaign extends Named {
  status: 'draft' | 'published';
}

export interface CustomField extends Named {
  fieldKey: string;
  placeholder?: string;
  dataType: string;
  position: number;
  picklistOptions?: string[];
  model: 'contact' | 'opportunity';
  acceptedFormat?: string[];
  isMultipleFile?: boolean;
  maxNumberOfFiles?: number;
  dateAdded: number;
}

export interface CustomValue extends Named {
  fieldKey: string;
  value: string;
}

export interface Template extends Named {
  type: 'sms' | 'email' | 'whatsapp';
  subject?: string;
  body: string;
  dateAdded: number;
}

export interface PhoneNumber {
  id: string;
  locationId: string;
  phoneNumber: string;
  friendlyName: string;
  type: 'local' | 'toll-free' | 'mobile';
  isDefaultNumber: boolean;
  linkedUser?: string;
  sms: boolean;
  dateAdded: number;
}

export interface Subtype {
  id: string;
  locationId: string;
  name: string;
  description?: string;
  channel: 'email' | 'sms';
  language: string;
  archived: boolean;
  resubscriptionLegalFormId?: string;
  dateAdded: number;
}

export interface Subscription {
  id: string;
  locationId: string;
  contactId: string;
  email: string;
  /** `default`, or the id of a subtype. */
  subtypeId: string;
  status: 'subscribed' | 'unsubscribed';
  legalReason?: string;
  legalDescription?: string;
  dateUpdated: number;
}

export interface CourseImport {
  id: string;
  locationId: string;
  products: unknown[];
  dateAdded: number;
}

export interface StoredFile {
  id: string;
  locationId: string;
  name: string;
  contentType: string;
  /** The header of that name: made of the name when absent, left out when null. */
  contentDisposition?: string | null;
  bytes: Buffer;
}

export interface Upload {
  id: string;
  locationId: string;
  conversationId: string;
  filename: string;
  contentType: string;
  filePath: string;
  maxFileSize: number;
  expiresAt: number;
  bytes?: Buffer;
}
