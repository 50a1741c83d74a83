/** Findings that stay, and why. */
export interface Exception {
  rule: string;
  /** The operations it is about, such as `searches.find_contact`. */
  operations: readonly string[];
  /** The field, where the finding names one. */
  field?: string;
  reason: string;
}

/**
 * The rules that cannot be met, each with its reason. An entry that no longer applies is an error.
 */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: 'specific-trigger',
    operations: ['triggers.opportunity_updated'],
    reason:
      'The specific changes have triggers of their own; this one is for copying an opportunity to another app.',
  },
  {
    rule: 'specific-trigger',
    operations: ['triggers.contact_updated'],
    reason:
      "HighLevel's event does not say what changed. The changes that it does tell, of tags and of do-not-disturb, have triggers of their own, and this one can be narrowed to a tag or a user.",
  },
  {
    rule: 'specific-trigger',
    operations: ['triggers.note_updated'],
    reason:
      "HighLevel's event does not say what changed of a note. It can be narrowed to a contact or a phrase.",
  },
  {
    rule: 'specific-trigger',
    operations: ['triggers.invoice_updated'],
    reason:
      "HighLevel's event does not say what changed of an invoice. What it does tell, that one was sent, paid or voided, has triggers of its own.",
  },
  {
    rule: 'specific-trigger',
    operations: ['triggers.product_updated'],
    reason:
      "HighLevel's event does not say what changed of a product. It is for keeping a copy in another app.",
  },
  {
    rule: 'specific-trigger',
    operations: ['triggers.record_updated'],
    reason:
      "HighLevel's event does not say what changed of a record, and each custom object has fields of its own. It can be narrowed to an object and an owner.",
  },
  {
    rule: 'list-gives-items',
    operations: ['triggers.other_event'],
    reason:
      'HighLevel keeps no list of events; the field "Event" says that a test shows the sample.',
  },
  {
    rule: 'list-gives-items',
    operations: ['triggers.campaign_status_changed'],
    reason:
      'HighLevel has no endpoint that lists the status of campaigns for contacts; the field "Status" says that a test shows the sample.',
  },
  {
    rule: 'D004',
    operations: [
      'creates.send_message',
      'creates.send_message_and_wait',
      'creates.add_inbound_message',
      'creates.log_call',
    ],
    field: 'conversationProviderId',
    reason: 'HighLevel has no endpoint that lists the conversation providers of a sub-account.',
  },
  {
    rule: 'D004',
    operations: ['creates.add_inbound_message', 'creates.log_call'],
    field: 'altId',
    reason:
      'It is what the other system calls the message, and free text: there is nothing to list.',
  },
  {
    rule: 'D004',
    operations: ['creates.update_email_status'],
    field: 'emailId',
    reason: "It is an email address; emailId is HighLevel's key for it.",
  },
  {
    rule: 'returns-name-or-link',
    operations: ['triggers.records_linked', 'triggers.records_unlinked'],
    reason:
      "HighLevel's event has IDs only. What the association and the two records are called is fetched when a Zap uses it, under `details`.",
  },
  {
    rule: 'returns-name-or-link',
    operations: ['creates.add_message_attachments', 'creates.update_email_status'],
    reason:
      "HighLevel's answer names nothing but the message, and a link to it needs its conversation: that would be a request more for each run.",
  },
  {
    rule: 'fills-links',
    operations: ['triggers.contact_deleted'],
    field: 'link',
    reason: 'A contact that was deleted has no page in HighLevel to lead to.',
  },
  {
    rule: 'T003',
    operations: ['creates.api_request'],
    field: 'headers__date',
    reason:
      'The step returns the headers of an answer as they came, and HTTP writes dates its own way.',
  },
];
