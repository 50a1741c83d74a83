import acceleventsCheckIn from './accelevents-check-in.ts';
import acceleventsRegistrationRecord from './accelevents-registration-record.ts';
import acceleventsSessionNotes from './accelevents-session-notes.ts';
import acceleventsTicketPurchase from './accelevents-ticket-purchase.ts';
import actOnNewContact from './act-on-new-contact.ts';
import actOnStatus from './act-on-status.ts';
import actionNetworkActions from './action-network-actions.ts';
import appointmentDigest from './appointment-digest.ts';
import appointmentNoShow from './appointment-no-show.ts';
import askAndBook from './ask-and-book.ts';
import bouncedEmail from './bounced-email-task.ts';
import callSentimentRouting from './call-sentiment-routing.ts';
import missedCallTextBack from './missed-call-text-back.ts';
import seventeenHatsLead from './17hats-lead-to-conversation.ts';
import slackAnswerToSponsor from './slack-answer-to-sponsor.ts';
import slackQuestionDigest from './slack-question-digest.ts';
import sponsorMessageToSlack from './sponsor-message-to-slack.ts';
import actOnFormSubmission from './act-on-form-submission.ts';
import actionNetworkDonationNote from './action-network-donation-note.ts';
import actionNetworkSupporter from './action-network-supporter.ts';
import callSummary from './call-summary.ts';
import contactToUser from './contact-to-user.ts';
import dealStageToActOn from './deal-stage-to-act-on.ts';
import orderThankYou from './order-thank-you.ts';
import paymentFailedTask from './payment-failed-task.ts';
import opportunityWon from './opportunity-won-17hats.ts';
import staleOpportunity from './stale-opportunity-task.ts';
import coursePurchase from './course-purchase.ts';
import deletedContactToUser from './deleted-contact-to-user.ts';
import formToCall from './form-to-call.ts';
import inboundMessageTo17hats from './inbound-message-to-17hats.ts';
import invoiceOverdueText from './invoice-overdue-text.ts';
import missedCallTask from './missed-call-task.ts';
import nightlyCleanUp from './nightly-clean-up.ts';
import phraseToActOnList from './phrase-to-act-on-list.ts';
import type { Recipe } from './recipe.ts';
import seventeenHatsNewContact from './17hats-new-contact.ts';

/** The recipes in the order of the guide. */
export const RECIPES: readonly Recipe[] = [
  missedCallTextBack,
  askAndBook,
  formToCall,
  appointmentNoShow,
  bouncedEmail,
  appointmentDigest,
  seventeenHatsNewContact,
  seventeenHatsLead,
  inboundMessageTo17hats,
  invoiceOverdueText,
  orderThankYou,
  paymentFailedTask,
  opportunityWon,
  actOnFormSubmission,
  actOnNewContact,
  actOnStatus,
  phraseToActOnList,
  dealStageToActOn,
  acceleventsTicketPurchase,
  acceleventsRegistrationRecord,
  acceleventsCheckIn,
  acceleventsSessionNotes,
  sponsorMessageToSlack,
  slackAnswerToSponsor,
  slackQuestionDigest,
  actionNetworkSupporter,
  actionNetworkActions,
  actionNetworkDonationNote,
  callSentimentRouting,
  callSummary,
  missedCallTask,
  staleOpportunity,
  contactToUser,
  deletedContactToUser,
  coursePurchase,
  nightlyCleanUp,
];
