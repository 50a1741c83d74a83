import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, integer, lead, lines, nested, text, valuesById, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, toText, toTexts, toRecord, toUrls, type RawRecord } from './values.ts';

/** Keys of a submission's `others` that are no answers. */
const NO_ANSWERS: readonly string[] = ['eventData', 'fieldsOriSequance'];

const PAGE = 'https://example.com/contact?utm_source=newsletter&utm_campaign=spring';

/** What somebody wrote into a form, as lists give it. The questions get their names later. */
export const formSubmission = defineResource('form submission', () => formShape(), readSubmission);

/** What somebody wrote into a survey. */
export const surveySubmission = defineResource(
  'survey submission',
  () => surveyShape(),
  readSubmission,
);

/** A form submission as its trigger gives it, with its contact, fetched when used. */
export const formSubmissionItem = defineResource(
  'new form submission',
  () => z.object({ ...formName(), ...origin(), ...withContact(), ...formId(), ...ids() }),
  readSubmission,
);

/** The same of a survey. */
export const surveySubmissionItem = defineResource(
  'new survey submission',
  () => z.object({ ...surveyName(), ...origin(), ...withContact(), ...surveyId(), ...ids() }),
  readSubmission,
);

function formShape() {
  return z.object({ ...formName(), ...origin(), ...link(), ...formId(), ...ids() });
}

function surveyShape() {
  return z.object({ ...surveyName(), ...origin(), ...link(), ...surveyId(), ...ids() });
}

function formName() {
  return {
    id: id('Submission ID', '38303ec7-629a-49e2-888a-cf8bf0b1f97e'),
    formName: lead(text('Form Name', 'New Patient')),
    ...answers(),
  };
}

function surveyName() {
  return {
    id: id('Submission ID', 'be759b9a-c3ec-4b29-ba07-fc3c89c77673'),
    surveyName: lead(text('Survey Name', 'After the Visit')),
    ...answers(),
  };
}

function withContact() {
  return { contact: nested('Contact', contactSummary.shape()) };
}

function formId() {
  return { formId: text('Form ID', 'fRm3Ty7UiOp2LkJhGfDs') };
}

function surveyId() {
  return { surveyId: text('Survey ID', 'sRv5Qw9ErTy1UiOpAsDf') };
}

function ids() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function link() {
  return {
    contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
  };
}

function answers() {
  return {
    name: lead(text('Name', 'Anna Example')),
    email: lead(text('Email', 'anna@example.com')),
    phone: lead(text('Phone', '+15550100123')),
    dateAdded: dateTime('Submitted At', '2026-11-20T10:02:00.000Z'),
    answersText: text('All Answers', 'First Name: Anna\nInsurance: Private'),
    answer: valuesById('Answer'),
    questions: lines('Question', {
      name: text('Name', 'Insurance'),
      answer: text('Response', 'Private'),
      key: text('Key', 'fQ2wEr5TyU8iOp1AsDfG'),
    }),
  };
}

function origin() {
  return {
    pageUrl: text('Page URL', PAGE),
    pageTitle: text('Page Title', 'Contact Us'),
    referrer: text('Referrer', 'https://www.example.com/search'),
    source: text('Source', 'Referral'),
    utmSource: text('UTM Source', 'newsletter'),
    utmMedium: text('UTM Medium', 'email'),
    utmCampaign: text('UTM Campaign', 'spring'),
    utmTerm: text('UTM Term', 'dentist'),
    utmContent: text('UTM Content', 'button'),
    ipAddress: text('IP', '203.0.113.7'),
  };
}

function readSubmission(raw: RawRecord): RawRecord {
  const others = toRecord(raw['others']);
  const event = toRecord(others['eventData']);
  const page = toRecord(event['page']);
  const utm = utmIn(event, toText(page['url']));
  const given = answersIn(others);
  return {
    ...raw,
    dateAdded: raw['createdAt'],
    formName: event['parentName'],
    surveyName: event['parentName'],
    phone: others['phone'],
    answer: given,
    questions: Object.entries(given).map(([key, answer]) => ({
      key,
      name: key,
      answer: answerText(answer),
    })),
    pageUrl: page['url'],
    pageTitle: page['title'],
    referrer: event['referrer'],
    source: event['source'],
    utmSource: utm('source'),
    utmMedium: utm('medium'),
    utmCampaign: utm('campaign'),
    utmTerm: utm('term'),
    utmContent: utm('content'),
    ipAddress: event['ip'],
    contactLink: contactLink(raw['locationId'], raw['contactId']),
  };
}

/** The answers by the keys of their questions, in the form's order as far as HighLevel tells it. */
function answersIn(others: RawRecord): RawRecord {
  const order = toTexts(others['fieldsOriSequance']);
  const keys = [...new Set([...order, ...Object.keys(others)])];
  return Object.fromEntries(
    keys
      .filter((key) => Object.hasOwn(others, key) && !NO_ANSWERS.includes(key))
      .map((key) => [key, others[key]]),
  );
}

/** An answer as one text. Several choices, or the URLs of several files, are separated by commas. */
function answerText(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return (isRecord(answer) || Array.isArray(answer) ? toUrls(answer) : toTexts(answer)).join(', ');
}

/** UTM values, from what HighLevel noted of the visit or from the page's own URL. */
function utmIn(event: RawRecord, pageUrl: string | null): (name: string) => string | null {
  const noted = toRecord(event['url_params']);
  const query =
    pageUrl !== null && URL.canParse(pageUrl) ? new URL(pageUrl).searchParams : undefined;
  return (name) => {
    const key = `utm_${name}`;
    return toText(noted[key] ?? event[key]) ?? toText(query?.get(key));
  };
}

/** Many submissions at once: as one text to read, and as line items. */
export const submissionList = defineResource('submission list', () =>
  z.object({
    id: id('Latest Submission ID', '38303ec7-629a-49e2-888a-cf8bf0b1f97e'),
    summary: text('Summary', '2026-11-20 10:02 Anna Example (New Patient): Insurance: Private'),
    count: integer('Number of Submissions', 1),
    hasMore: yesNo('Has More', false),
    submissions: lines('Submission', {
      id: text('ID', '38303ec7-629a-49e2-888a-cf8bf0b1f97e'),
      dateAdded: dateTime('Date', '2026-11-20T10:02:00.000Z'),
      formName: text('Form', 'New Patient'),
      name: text('Name', 'Anna Example'),
      email: text('Email', 'anna@example.com'),
      phone: text('Phone', '+15550100123'),
      answersText: text('Answers', 'First Name: Anna\nInsurance: Private'),
      pageUrl: text('Page URL', PAGE),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    }),
  }),
);
