import type { AiAgent } from './ai-agents.ts';
import type {
  Appointment,
  AppointmentNote,
  BlockedSlot,
  Calendar,
  CalendarGroup,
} from './calendars.ts';
import type { EmailCampaign, EmailTemplate } from './email-marketing.ts';
import type { Form, Submission } from './forms.ts';
import type { Estimate, Invoice, InvoiceTemplate } from './invoices.ts';
import type { Association, ObjectField, ObjectRecord, ObjectSchema, Relation } from './objects.ts';
import type { Coupon, Fulfillment, Order, PaymentSubscription, Transaction } from './payments.ts';
import type { Price, Product } from './products.ts';
import type { TriggerLink } from './links.ts';
import type { MediaFile } from './media-files.ts';
import type { LostReason, Opportunity, Pipeline } from './opportunities.ts';
import type {
  Campaign,
  Contact,
  Conversation,
  CourseImport,
  CustomField,
  CustomValue,
  Email,
  Location,
  Message,
  Named,
  Note,
  PhoneNumber,
  Provider,
  StoredFile,
  Subscription,
  Subtype,
  Task,
  Template,
  Upload,
  User,
  Workflow,
} from './records.ts';

/** Records of one kind by id, in the order in which they were added. */
export class Collection<T extends { id: string }> {
  readonly #byId = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  add(record: T): T {
    this.#byId.set(record.id, record);
    return record;
  }

  delete(id: string): boolean {
    return this.#byId.delete(id);
  }

  get size(): number {
    return this.#byId.size;
  }

  values(): IterableIterator<T> {
    return this.#byId.values();
  }

  filter(keep: (record: T) => boolean): T[] {
    const kept: T[] = [];
    for (const record of this.#byId.values()) if (keep(record)) kept.push(record);
    return kept;
  }

  find(wanted: (record: T) => boolean): T | undefined {
    for (const record of this.#byId.values()) if (wanted(record)) return record;
    return undefined;
  }
}

/** All data of the sandbox's companies, with the indexes that lists need at 100,000 rows. */
export class Store {
  readonly locations = new Collection<Location>();
  readonly contacts = new Collection<Contact>();
  readonly conversations = new Collection<Conversation>();
  readonly messages = new Collection<Message>();
  readonly emails = new Collection<Email>();
  readonly providers = new Collection<Provider>();
  readonly users = new Collection<User>();
  readonly notes = new Collection<Note>();
  readonly tasks = new Collection<Task>();
  readonly tags = new Collection<Named>();
  readonly workflows = new Collection<Workflow>();
  readonly campaigns = new Collection<Campaign>();
  readonly pipelines = new Collection<Pipeline>();
  readonly lostReasons = new Collection<LostReason>();
  readonly opportunities = new Collection<Opportunity>();
  readonly calendarGroups = new Collection<CalendarGroup>();
  readonly calendars = new Collection<Calendar>();
  readonly appointments = new Collection<Appointment>();
  readonly appointmentNotes = new Collection<AppointmentNote>();
  readonly blockedSlots = new Collection<BlockedSlot>();
  readonly forms = new Collection<Form>();
  readonly submissions = new Collection<Submission>();
  readonly invoices = new Collection<Invoice>();
  readonly estimates = new Collection<Estimate>();
  readonly invoiceTemplates = new Collection<InvoiceTemplate>();
  readonly products = new Collection<Product>();
  readonly prices = new Collection<Price>();
  readonly orders = new Collection<Order>();
  readonly fulfillments = new Collection<Fulfillment>();
  readonly transactions = new Collection<Transaction>();
  readonly paymentSubscriptions = new Collection<PaymentSubscription>();
  readonly coupons = new Collection<Coupon>();
  readonly objects = new Collection<ObjectSchema>();
  readonly objectFields = new Collection<ObjectField>();
  readonly objectRecords = new Collection<ObjectRecord>();
  readonly associations = new Collection<Association>();
  readonly relations = new Collection<Relation>();
  readonly mediaFiles = new Collection<MediaFile>();
  readonly links = new Collection<TriggerLink>();
  readonly emailTemplates = new Collection<EmailTemplate>();
  readonly emailCampaigns = new Collection<EmailCampaign>();
  readonly agents = new Collection<AiAgent>();
  readonly customFields = new Collection<CustomField>();
  readonly customValues = new Collection<CustomValue>();
  readonly templates = new Collection<Template>();
  readonly phoneNumbers = new Collection<PhoneNumber>();
  readonly subtypes = new Collection<Subtype>();
  readonly subscriptions = new Collection<Subscription>();
  readonly courseImports = new Collection<CourseImport>();
  readonly files = new Collection<StoredFile>();
  readonly uploads = new Collection<Upload>();

  readonly #conversationByContact = new Map<string, string>();
  readonly #messagesByConversation = new Map<string, Message[]>();
  readonly #rowByThread = new Map<string, string>();

  addConversation(conversation: Conversation): Conversation {
    this.#conversationByContact.set(conversation.contactId, conversation.id);
    return this.conversations.add(conversation);
  }

  /** The one conversation of a contact, unless it was deleted. */
  conversationOf(contactId: string): Conversation | undefined {
    const id = this.#conversationByContact.get(contactId);
    return id === undefined ? undefined : this.conversations.get(id);
  }

  deleteConversation(conversation: Conversation): void {
    this.#conversationByContact.delete(conversation.contactId);
    this.conversations.delete(conversation.id);
    for (const message of this.messagesOf(conversation.id)) {
      this.messages.delete(message.id);
      for (const emailId of message.emailIds ?? []) {
        this.#rowByThread.delete(this.emails.get(emailId)?.threadId ?? '');
        this.emails.delete(emailId);
      }
    }
    this.#messagesByConversation.delete(conversation.id);
  }

  addMessage(message: Message): Message {
    const list = this.#messagesByConversation.get(message.conversationId);
    if (list) list.push(message);
    else this.#messagesByConversation.set(message.conversationId, [message]);
    return this.messages.add(message);
  }

  addEmail(email: Email): Email {
    this.#rowByThread.set(email.threadId, email.messageId);
    return this.emails.add(email);
  }

  /** The message that stands for a thread of emails. */
  rowOfThread(threadId: string): Message | undefined {
    return this.messages.get(this.#rowByThread.get(threadId) ?? '');
  }

  messagesOf(conversationId: string): readonly Message[] {
    return this.#messagesByConversation.get(conversationId) ?? [];
  }
}
