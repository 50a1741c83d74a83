import { defineApp, version as platformVersion } from 'zapier-platform-core';

import authentication from './authentication.ts';
import apiRequest from './creates/api/api_request.ts';
import logCall from './creates/calls/log_call.ts';
import addContactToCampaign from './creates/campaigns/add_contact_to_campaign.ts';
import removeContactFromCampaign from './creates/campaigns/remove_contact_from_campaign.ts';
import addContactTags from './creates/contacts/add_contact_tags.ts';
import assignContact from './creates/contacts/assign_contact.ts';
import deleteContact from './creates/contacts/delete_contact.ts';
import removeContactTags from './creates/contacts/remove_contact_tags.ts';
import setDoNotDisturb from './creates/contacts/set_do_not_disturb.ts';
import updateContact from './creates/contacts/update_contact.ts';
import upsertContact from './creates/contacts/upsert_contact.ts';
import createConversation from './creates/conversations/create_conversation.ts';
import deleteConversation from './creates/conversations/delete_conversation.ts';
import updateConversation from './creates/conversations/update_conversation.ts';
import updateConversations from './creates/conversations/update_conversations.ts';
import importCourse from './creates/courses/import_course.ts';
import cancelScheduledEmail from './creates/emails/cancel_scheduled_email.ts';
import sendEmail from './creates/emails/send_email.ts';
import updateEmailStatus from './creates/emails/update_email_status.ts';
import addInboundMessage from './creates/messages/add_inbound_message.ts';
import addMessageAttachments from './creates/messages/add_message_attachments.ts';
import cancelScheduledMessage from './creates/messages/cancel_scheduled_message.ts';
import replyToMessage from './creates/messages/reply_to_message.ts';
import replyToReview from './creates/messages/reply_to_review.ts';
import sendMessage from './creates/messages/send_message.ts';
import sendSms from './creates/messages/send_sms.ts';
import showTyping from './creates/messages/show_typing.ts';
import updateMessageStatus from './creates/messages/update_message_status.ts';
import uploadAttachment from './creates/messages/upload_attachment.ts';
import addNote from './creates/notes/add_note.ts';
import changeSubscription from './creates/preferences/change_subscription.ts';
import createSubscriptionType from './creates/preferences/create_subscription_type.ts';
import updateSubscriptionType from './creates/preferences/update_subscription_type.ts';
import completeTask from './creates/tasks/complete_task.ts';
import createTask from './creates/tasks/create_task.ts';
import createUser from './creates/users/create_user.ts';
import deleteUser from './creates/users/delete_user.ts';
import updateUser from './creates/users/update_user.ts';
import addContactToWorkflow from './creates/workflows/add_contact_to_workflow.ts';
import removeContactFromWorkflow from './creates/workflows/remove_contact_from_workflow.ts';
import * as hydrators from './hydrators.ts';
import { byKey } from './lib/operations/operations.ts';
import { completeRequest, throwFailures } from './middleware.ts';
import packageJson from './package.json' with { type: 'json' };
import getRecording from './searches/calls/get_recording.ts';
import getTranscription from './searches/calls/get_transcription.ts';
import findCampaign from './searches/campaigns/find_campaign.ts';
import findContact from './searches/contacts/find_contact.ts';
import findConversation from './searches/conversations/find_conversation.ts';
import getConversation from './searches/conversations/get_conversation.ts';
import getEmail from './searches/emails/get_email.ts';
import findCustomField from './searches/locations/find_custom_field.ts';
import findTag from './searches/locations/find_tag.ts';
import findTemplate from './searches/locations/find_template.ts';
import getMessage from './searches/messages/get_message.ts';
import listMessages from './searches/messages/list_messages.ts';
import findPhoneNumber from './searches/phone_numbers/find_phone_number.ts';
import getSubscriptionStatus from './searches/preferences/get_subscription_status.ts';
import findTask from './searches/tasks/find_task.ts';
import findUser from './searches/users/find_user.ts';
import findWorkflow from './searches/workflows/find_workflow.ts';
import newCall from './triggers/calls/new_call.ts';
import transcriptionReady from './triggers/calls/transcription_ready.ts';
import contactCreated from './triggers/contacts/contact_created.ts';
import contactDeleted from './triggers/contacts/contact_deleted.ts';
import contactDndChanged from './triggers/contacts/contact_dnd_changed.ts';
import contactTagsChanged from './triggers/contacts/contact_tags_changed.ts';
import contactUpdated from './triggers/contacts/contact_updated.ts';
import newContact from './triggers/contacts/new_contact.ts';
import conversationReadStateChanged from './triggers/conversations/conversation_read_state_changed.ts';
import conversationStarted from './triggers/conversations/conversation_started.ts';
import newConversation from './triggers/conversations/new_conversation.ts';
import unreadConversation from './triggers/conversations/unread_conversation.ts';
import contactList from './triggers/lists/contact_list.ts';
import conversationList from './triggers/lists/conversation_list.ts';
import emailList from './triggers/lists/email_list.ts';
import emailMessageList from './triggers/lists/email_message_list.ts';
import phoneNumberList from './triggers/lists/phone_number_list.ts';
import subscriptionTypeList from './triggers/lists/subscription_type_list.ts';
import userList from './triggers/lists/user_list.ts';
import messageFailed from './triggers/messages/message_failed.ts';
import messageStatusChanged from './triggers/messages/message_status_changed.ts';
import newInboundMessage from './triggers/messages/new_inbound_message.ts';
import newMessage from './triggers/messages/new_message.ts';
import newOutboundMessage from './triggers/messages/new_outbound_message.ts';
import noteAdded from './triggers/notes/note_added.ts';
import taskCompleted from './triggers/tasks/task_completed.ts';
import taskCreated from './triggers/tasks/task_created.ts';
import userCreated from './triggers/users/user_created.ts';

export default defineApp({
  version: packageJson.version,
  platformVersion,
  authentication,
  beforeRequest: [completeRequest],
  afterResponse: [throwFailures],
  hydrators: { ...hydrators },
  triggers: byKey(
    newMessage,
    newConversation,
    contactList,
    conversationList,
    userList,
    phoneNumberList,
    unreadConversation,
    newContact,
    newInboundMessage,
    newOutboundMessage,
    messageFailed,
    newCall,
    conversationStarted,
    conversationReadStateChanged,
    transcriptionReady,
    messageStatusChanged,
    contactCreated,
    contactUpdated,
    contactDeleted,
    contactTagsChanged,
    contactDndChanged,
    noteAdded,
    taskCreated,
    taskCompleted,
    userCreated,
    emailList,
    emailMessageList,
    subscriptionTypeList,
  ),
  searches: byKey(
    findContact,
    findConversation,
    findUser,
    findPhoneNumber,
    findWorkflow,
    findCampaign,
    findTag,
    findCustomField,
    findTemplate,
    findTask,
    getMessage,
    getEmail,
    getConversation,
    listMessages,
    getRecording,
    getTranscription,
    getSubscriptionStatus,
  ),
  creates: byKey(
    sendMessage,
    createConversation,
    updateConversation,
    updateMessageStatus,
    deleteConversation,
    updateConversations,
    upsertContact,
    updateContact,
    deleteContact,
    addContactTags,
    removeContactTags,
    assignContact,
    setDoNotDisturb,
    addNote,
    createTask,
    completeTask,
    addContactToWorkflow,
    removeContactFromWorkflow,
    addContactToCampaign,
    removeContactFromCampaign,
    createUser,
    updateUser,
    deleteUser,
    sendSms,
    sendEmail,
    replyToMessage,
    importCourse,
    apiRequest,
    addInboundMessage,
    logCall,
    addMessageAttachments,
    uploadAttachment,
    replyToReview,
    cancelScheduledMessage,
    cancelScheduledEmail,
    updateEmailStatus,
    showTyping,
    changeSubscription,
    createSubscriptionType,
    updateSubscriptionType,
  ),
  searchOrCreates: {
    find_user: {
      key: 'find_user',
      display: {
        label: 'Find or Create User',
        description: 'Finds a member of your team, or creates a user when there is none.',
      },
      search: 'find_user',
      create: 'create_user',
    },
    find_contact: {
      key: 'find_contact',
      display: {
        label: 'Find or Create Contact',
        description: 'Finds a contact, or creates one when there is none.',
      },
      search: 'find_contact',
      create: 'upsert_contact',
    },
    find_conversation: {
      key: 'find_conversation',
      display: {
        label: 'Find or Create Conversation',
        description: 'Finds a conversation, or creates one with a contact when there is none.',
      },
      search: 'find_conversation',
      create: 'create_conversation',
    },
  },
  flags: {
    // Blank values are handled in one place, lib/inputs/inputs.ts, with the labels of their fields.
    cleanInputData: false,
    // lib/http/errors.ts reads HighLevel's headers to know how long to wait.
    throwForThrottlingEarly: false,
  },
});
