import type { Scope } from '../connection/scopes.ts';

/**
 * What an instant trigger can be told of: HighLevel's events and the relay's own. With each, the scope
 * without which HighLevel does not send it.
 */
const EVENT_SCOPES = {
  InboundMessage: 'conversations/message.readonly',
  OutboundMessage: 'conversations/message.readonly',
  ConversationUnreadUpdate: 'conversations.readonly',
  ConversationStarted: 'conversations/message.readonly',
  ContactCreate: 'contacts.readonly',
  ContactUpdate: 'contacts.readonly',
  ContactDelete: 'contacts.readonly',
  ContactTagUpdate: 'contacts.readonly',
  ContactDndUpdate: 'contacts.readonly',
  NoteCreate: 'contacts.readonly',
  NoteUpdate: 'contacts.readonly',
  NoteDelete: 'contacts.readonly',
  TaskCreate: 'contacts.readonly',
  TaskComplete: 'contacts.readonly',
  TaskDelete: 'contacts.readonly',
  CampaignStatusUpdate: 'campaigns.readonly',
  UserCreate: 'users.readonly',
  OpportunityCreate: 'opportunities.readonly',
  OpportunityUpdate: 'opportunities.readonly',
  OpportunityStageUpdate: 'opportunities.readonly',
  OpportunityStatusUpdate: 'opportunities.readonly',
  OpportunityMonetaryValueUpdate: 'opportunities.readonly',
  OpportunityAssignedToUpdate: 'opportunities.readonly',
  OpportunityDelete: 'opportunities.readonly',
  AppointmentCreate: 'calendars/events.readonly',
  AppointmentUpdate: 'calendars/events.readonly',
  AppointmentDelete: 'calendars/events.readonly',
} satisfies Record<string, Scope>;

/** An event in HighLevel's name, or the relay's `ConversationStarted`. */
export type HookEvent = keyof typeof EVENT_SCOPES;

/** The scope without which HighLevel does not send an event. */
export function scopeOfEvent(event: HookEvent): Scope {
  return EVENT_SCOPES[event];
}
