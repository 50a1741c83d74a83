import * as apiCreates from './creates/api/index.ts';
import * as calendarCreates from './creates/calendars/index.ts';
import * as callCreates from './creates/calls/index.ts';
import * as campaignCreates from './creates/campaigns/index.ts';
import * as companyCreates from './creates/companies/index.ts';
import * as contactCreates from './creates/contacts/index.ts';
import * as conversationCreates from './creates/conversations/index.ts';
import * as conversationAiCreates from './creates/conversation_ai/index.ts';
import * as courseCreates from './creates/courses/index.ts';
import * as emailCreates from './creates/emails/index.ts';
import * as linkCreates from './creates/links/index.ts';
import * as invoiceCreates from './creates/invoices/index.ts';
import * as locationCreates from './creates/locations/index.ts';
import * as mediaCreates from './creates/media/index.ts';
import * as messageCreates from './creates/messages/index.ts';
import * as noteCreates from './creates/notes/index.ts';
import * as objectCreates from './creates/objects/index.ts';
import * as opportunityCreates from './creates/opportunities/index.ts';
import * as paymentCreates from './creates/payments/index.ts';
import * as preferenceCreates from './creates/preferences/index.ts';
import * as productCreates from './creates/products/index.ts';
import * as taskCreates from './creates/tasks/index.ts';
import * as userCreates from './creates/users/index.ts';
import * as workflowCreates from './creates/workflows/index.ts';
import { chosenAreas } from './lib/connection/environment.ts';
import { chooseAreas, type Area } from './lib/operations/areas.ts';
import * as calendarSearches from './searches/calendars/index.ts';
import * as callSearches from './searches/calls/index.ts';
import * as campaignSearches from './searches/campaigns/index.ts';
import * as companySearches from './searches/companies/index.ts';
import * as contactSearches from './searches/contacts/index.ts';
import * as conversationSearches from './searches/conversations/index.ts';
import * as conversationAiSearches from './searches/conversation_ai/index.ts';
import * as emailSearches from './searches/emails/index.ts';
import * as formSearches from './searches/forms/index.ts';
import * as invoiceSearches from './searches/invoices/index.ts';
import * as linkSearches from './searches/links/index.ts';
import * as locationSearches from './searches/locations/index.ts';
import * as mediaSearches from './searches/media/index.ts';
import * as messageSearches from './searches/messages/index.ts';
import * as noteSearches from './searches/notes/index.ts';
import * as objectSearches from './searches/objects/index.ts';
import * as opportunitySearches from './searches/opportunities/index.ts';
import * as paymentSearches from './searches/payments/index.ts';
import * as phoneNumberSearches from './searches/phone_numbers/index.ts';
import * as preferenceSearches from './searches/preferences/index.ts';
import * as productSearches from './searches/products/index.ts';
import * as subAccountSearches from './searches/sub_accounts/index.ts';
import * as taskSearches from './searches/tasks/index.ts';
import * as userSearches from './searches/users/index.ts';
import * as workflowSearches from './searches/workflows/index.ts';
import * as apiTriggers from './triggers/api/index.ts';
import * as calendarTriggers from './triggers/calendars/index.ts';
import * as callTriggers from './triggers/calls/index.ts';
import * as campaignTriggers from './triggers/campaigns/index.ts';
import * as companyTriggers from './triggers/companies/index.ts';
import * as contactTriggers from './triggers/contacts/index.ts';
import * as conversationTriggers from './triggers/conversations/index.ts';
import * as emailTriggers from './triggers/emails/index.ts';
import * as formTriggers from './triggers/forms/index.ts';
import * as invoiceTriggers from './triggers/invoices/index.ts';
import * as messageTriggers from './triggers/messages/index.ts';
import * as noteTriggers from './triggers/notes/index.ts';
import * as objectTriggers from './triggers/objects/index.ts';
import * as opportunityTriggers from './triggers/opportunities/index.ts';
import * as paymentTriggers from './triggers/payments/index.ts';
import * as phoneNumberTriggers from './triggers/phone_numbers/index.ts';
import * as preferenceTriggers from './triggers/preferences/index.ts';
import * as productTriggers from './triggers/products/index.ts';
import * as subAccountTriggers from './triggers/sub_accounts/index.ts';
import * as taskTriggers from './triggers/tasks/index.ts';
import * as userTriggers from './triggers/users/index.ts';

/** Every area, in the order in which people meet them. */
export const AREAS = {
  messages: {
    label: 'Messages',
    triggers: messageTriggers,
    searches: messageSearches,
    creates: messageCreates,
    scopes: [
      'conversations.readonly',
      'conversations.write',
      'conversations/message.readonly',
      'conversations/message.write',
      'conversations/livechat.write',
      'contacts.readonly',
      'locations/templates.readonly',
    ],
    events: ['InboundMessage', 'OutboundMessage'],
    needs: ['contacts', 'conversations', 'emails', 'phone_numbers', 'preferences', 'users'],
  },
  conversations: {
    label: 'Conversations',
    triggers: conversationTriggers,
    searches: conversationSearches,
    creates: conversationCreates,
    searchOrCreates: {
      find_conversation: {
        key: 'find_conversation',
        display: {
          label: 'Find or Create Conversation',
          description:
            'Finds a conversation, or creates one with a contact if there is none. Not needed before you send a message.',
        },
        search: 'find_conversation',
        create: 'create_conversation',
      },
    },
    scopes: ['conversations.readonly', 'conversations.write', 'contacts.readonly'],
    events: ['InboundMessage', 'OutboundMessage', 'ConversationUnreadUpdate'],
    needs: ['contacts', 'users'],
  },
  contacts: {
    label: 'Contacts',
    triggers: contactTriggers,
    searches: contactSearches,
    creates: contactCreates,
    searchOrCreates: {
      find_contact: {
        key: 'find_contact',
        display: {
          label: 'Find or Create Contact',
          description:
            'Finds a contact and leaves it as it is, or creates one if there is none. Search by both email and phone number if you have them: creating would update a contact with the same number. To change the contact that exists, use Create or Update Contact.',
        },
        search: 'find_contact',
        create: 'upsert_contact',
      },
    },
    scopes: [
      'contacts.readonly',
      'contacts.write',
      'locations/tags.readonly',
      'locations/customFields.readonly',
      'opportunities.readonly',
      'workflows.readonly',
      'forms.write',
    ],
    events: [
      'ContactCreate',
      'ContactUpdate',
      'ContactDelete',
      'ContactTagUpdate',
      'ContactDndUpdate',
    ],
    needs: ['users'],
  },
  calls: {
    label: 'Calls',
    triggers: callTriggers,
    searches: callSearches,
    creates: callCreates,
    scopes: ['conversations/message.readonly', 'conversations/message.write'],
    events: ['InboundMessage', 'OutboundMessage'],
    needs: ['contacts', 'messages', 'phone_numbers'],
  },
  emails: {
    label: 'Emails',
    triggers: emailTriggers,
    searches: emailSearches,
    creates: emailCreates,
    scopes: [
      'conversations/message.readonly',
      'conversations/message.write',
      'locations/templates.readonly',
      'contacts.readonly',
      'emails/builder.readonly',
      'emails/builder.write',
      'emails/schedule.readonly',
    ],
    events: ['LCEmailStats'],
    needs: ['contacts', 'preferences', 'users'],
  },
  notes: {
    label: 'Notes',
    triggers: noteTriggers,
    searches: noteSearches,
    creates: noteCreates,
    scopes: ['contacts.readonly', 'contacts.write'],
    events: ['NoteCreate', 'NoteUpdate', 'NoteDelete'],
    needs: ['contacts', 'users'],
  },
  tasks: {
    label: 'Tasks',
    triggers: taskTriggers,
    searches: taskSearches,
    creates: taskCreates,
    scopes: ['contacts.readonly', 'contacts.write', 'locations/tasks.readonly'],
    events: ['TaskCreate', 'TaskComplete', 'TaskDelete'],
    needs: ['contacts', 'users'],
  },
  forms: {
    label: 'Forms and Surveys',
    triggers: formTriggers,
    searches: formSearches,
    scopes: [
      'forms.readonly',
      'surveys.readonly',
      'contacts.readonly',
      'locations/customFields.readonly',
    ],
    events: [],
    needs: ['contacts'],
  },
  opportunities: {
    label: 'Opportunities',
    triggers: opportunityTriggers,
    searches: opportunitySearches,
    creates: opportunityCreates,
    searchOrCreates: {
      find_opportunity: {
        key: 'find_opportunity',
        display: {
          label: 'Find or Create Opportunity',
          description:
            'Finds an opportunity and leaves it as it is, or creates one if there is none. Fill in Contact, so that it does not find a deal of someone else. To change the opportunity that exists, use Create or Update Opportunity.',
        },
        search: 'find_opportunity',
        create: 'create_opportunity',
      },
    },
    scopes: ['opportunities.readonly', 'opportunities.write', 'locations/customFields.readonly'],
    events: [
      'OpportunityCreate',
      'OpportunityStageUpdate',
      'OpportunityStatusUpdate',
      'OpportunityUpdate',
      'OpportunityAssignedToUpdate',
      'OpportunityMonetaryValueUpdate',
      'OpportunityDelete',
    ],
    needs: ['contacts', 'users'],
  },
  calendars: {
    label: 'Calendars',
    triggers: calendarTriggers,
    searches: calendarSearches,
    creates: calendarCreates,
    scopes: [
      'calendars.readonly',
      'calendars/events.readonly',
      'calendars/events.write',
      'calendars/groups.readonly',
      'contacts.readonly',
      'locations.readonly',
    ],
    events: ['AppointmentCreate', 'AppointmentUpdate', 'AppointmentDelete'],
    needs: ['contacts', 'users'],
  },
  companies: {
    label: 'Companies',
    triggers: companyTriggers,
    searches: companySearches,
    creates: companyCreates,
    searchOrCreates: {
      find_company: {
        key: 'find_company',
        display: {
          label: 'Find or Create Company',
          description:
            'Finds a company and leaves it as it is, or creates one if there is none. Set Exact Name Only to yes, so that a longer name does not count as found.',
        },
        search: 'find_company',
        create: 'create_company',
      },
    },
    scopes: ['businesses.readonly', 'businesses.write', 'contacts.readonly', 'contacts.write'],
    events: [],
    needs: ['contacts'],
  },
  products: {
    label: 'Products',
    triggers: productTriggers,
    searches: productSearches,
    creates: productCreates,
    searchOrCreates: {
      find_product: {
        key: 'find_product',
        display: {
          label: 'Find or Create Product',
          description:
            'Finds a product and leaves it as it is, or creates one if there is none. Set Exact Name Only to yes, so that a longer name does not count as found.',
        },
        search: 'find_product',
        create: 'create_product',
      },
    },
    scopes: [
      'products.readonly',
      'products.write',
      'products/prices.readonly',
      'products/prices.write',
    ],
    events: ['ProductCreate', 'ProductUpdate', 'ProductDelete'],
    needs: [],
  },
  payments: {
    label: 'Payments',
    triggers: paymentTriggers,
    searches: paymentSearches,
    creates: paymentCreates,
    scopes: [
      'payments/orders.readonly',
      'payments/orders.write',
      'payments/orders.collectPayment',
      'payments/coupons.readonly',
      'payments/coupons.write',
      'payments/transactions.readonly',
      'payments/subscriptions.readonly',
    ],
    events: ['OrderCreate', 'OrderStatusUpdate'],
    needs: ['contacts', 'invoices', 'products'],
  },
  objects: {
    label: 'Custom Objects',
    triggers: objectTriggers,
    searches: objectSearches,
    creates: objectCreates,
    searchOrCreates: {
      find_record: {
        key: 'find_record',
        display: {
          label: 'Find or Create Record',
          description:
            'Finds a record of a custom object and leaves it as it is, or creates one if there is none.',
        },
        search: 'find_record',
        create: 'create_record',
      },
    },
    scopes: [
      'objects/schema.readonly',
      'objects/record.readonly',
      'objects/record.write',
      'associations.readonly',
      'associations/relation.readonly',
      'associations/relation.write',
      'contacts.readonly',
      'opportunities.readonly',
      'businesses.readonly',
    ],
    events: ['RecordCreate', 'RecordUpdate', 'RecordDelete', 'RelationCreate', 'RelationDelete'],
    needs: ['users'],
  },
  invoices: {
    label: 'Invoices and Estimates',
    triggers: invoiceTriggers,
    searches: invoiceSearches,
    creates: invoiceCreates,
    scopes: [
      'invoices.readonly',
      'invoices.write',
      'invoices/estimate.readonly',
      'invoices/estimate.write',
      'products.readonly',
      'products/prices.readonly',
      'contacts.readonly',
      'locations.readonly',
      'users.readonly',
    ],
    events: [
      'InvoiceCreate',
      'InvoiceUpdate',
      'InvoiceSent',
      'InvoicePaid',
      'InvoicePartiallyPaid',
      'InvoiceVoid',
      'InvoiceDelete',
    ],
    needs: ['contacts', 'users'],
  },
  users: {
    label: 'Users',
    triggers: userTriggers,
    searches: userSearches,
    creates: userCreates,
    searchOrCreates: {
      find_user: {
        key: 'find_user',
        display: {
          label: 'Find or Create User',
          description:
            'Finds a member of your team, or creates a user if there is none. Search by email address: names can be alike.',
        },
        search: 'find_user',
        create: 'create_user',
      },
    },
    scopes: ['users.readonly', 'users.write'],
    events: ['UserCreate'],
    needs: ['phone_numbers'],
  },
  workflows: {
    label: 'Workflows',
    searches: workflowSearches,
    creates: workflowCreates,
    scopes: ['workflows.readonly', 'contacts.write'],
    events: [],
    needs: ['contacts'],
  },
  campaigns: {
    label: 'Campaigns',
    triggers: campaignTriggers,
    searches: campaignSearches,
    creates: campaignCreates,
    scopes: ['campaigns.readonly', 'contacts.write'],
    events: ['CampaignStatusUpdate'],
    needs: ['contacts'],
  },
  media: {
    label: 'Media Library',
    searches: mediaSearches,
    creates: mediaCreates,
    scopes: ['medias.readonly', 'medias.write'],
    events: [],
    needs: [],
  },
  links: {
    label: 'Trigger Links',
    searches: linkSearches,
    creates: linkCreates,
    searchOrCreates: {
      find_trigger_link: {
        key: 'find_trigger_link',
        display: {
          label: 'Find or Create Trigger Link',
          description:
            'Finds a trigger link and leaves it as it is, or creates one if there is none. Set Exact Name Only to yes, so that a longer name does not count as found.',
        },
        search: 'find_trigger_link',
        create: 'create_trigger_link',
      },
    },
    scopes: ['links.readonly', 'links.write'],
    events: [],
    needs: [],
  },
  conversation_ai: {
    label: 'Conversation AI',
    searches: conversationAiSearches,
    creates: conversationAiCreates,
    scopes: ['conversation-ai.readonly', 'conversation-ai.write'],
    events: [],
    needs: [],
  },
  preferences: {
    label: 'Email and SMS Preferences',
    triggers: preferenceTriggers,
    searches: preferenceSearches,
    creates: preferenceCreates,
    scopes: ['conversations.readonly', 'conversations.write'],
    events: [],
    needs: ['contacts'],
  },
  courses: {
    label: 'Courses',
    creates: courseCreates,
    scopes: ['courses.write'],
    events: [],
    needs: ['users'],
  },
  locations: {
    label: 'Sub-Account',
    searches: locationSearches,
    creates: locationCreates,
    scopes: [
      'locations.readonly',
      'locations/tags.readonly',
      'locations/tags.write',
      'locations/customFields.readonly',
      'locations/customFields.write',
      'locations/customValues.readonly',
      'locations/customValues.write',
      'locations/templates.readonly',
    ],
    events: [],
    needs: [],
  },
  sub_accounts: {
    label: 'Agencies and Sub-Accounts',
    triggers: subAccountTriggers,
    searches: subAccountSearches,
    scopes: [
      'locations.readonly',
      'oauth.readonly',
      'oauth.write',
      'marketplace-installer-details.readonly',
    ],
    events: [],
    needs: [],
    always: true,
  },
  phone_numbers: {
    label: 'Phone Numbers',
    triggers: phoneNumberTriggers,
    searches: phoneNumberSearches,
    scopes: ['phonenumbers.read'],
    events: [],
    needs: [],
  },
  api: {
    label: 'API',
    triggers: apiTriggers,
    creates: apiCreates,
    // What people reach with API Request, for want of a step of its own.
    scopes: [
      'opportunities.readonly',
      'opportunities.write',
      'calendars.readonly',
      'calendars/events.readonly',
      'calendars/events.write',
    ],
    events: [],
    needs: [],
  },
} satisfies Record<string, Area>;

/** The areas that this version holds. */
export const CHOSEN_AREAS = chooseAreas(AREAS, chosenAreas());
