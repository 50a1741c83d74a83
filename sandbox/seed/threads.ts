import type { ChannelName } from '../state/channels.ts';
import type { Attachment, CallStatus, Direction, MessageStatus } from '../state/records.ts';

/** One seeded message: how many minutes before the start it happened, who wrote, what. */
export interface SeedMessage {
  minutesAgo: number;
  direction: Direction;
  text: string;
  channel?: ChannelName;
  source?: 'app' | 'workflow' | 'campaign' | 'api';
  status?: MessageStatus;
  attachments?: Attachment[];
  call?: { duration: number; status: CallStatus; recording?: number; transcript?: string[] };
  email?: {
    subject: string;
    html: string;
    cc?: string[];
    bcc?: string[];
    reply?: boolean;
    /** The row's `meta` has the ids one level deeper. */
    metaIsNested?: boolean;
  };
  messageType?: 'TYPE_ACTIVITY_CONTACT' | 'TYPE_ACTIVITY_APPOINTMENT' | 'TYPE_ACTIVITY_OPPORTUNITY';
  /** Minutes after the start at which a scheduled message is to be sent. */
  dueInMinutes?: number;
  provider?: 'own' | 'other';
}

export interface SeedThread {
  /** Position of the contact in the list of people. */
  contact: number;
  channel: ChannelName;
  unread: number;
  starred?: boolean;
  messages: SeedMessage[];
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** The conversations of the first sub-account that tell a story; one for every channel. */
export const THREADS: readonly SeedThread[] = [
  {
    contact: 0,
    channel: 'SMS',
    unread: 1,
    starred: true,
    messages: [
      {
        minutesAgo: 2 * DAY,
        direction: 'inbound',
        text: 'Hi, do you have an appointment on Thursday morning?',
      },
      {
        minutesAgo: 2 * DAY - 12,
        direction: 'outbound',
        text: 'Hello Anna! Yes, 9:30 is free. Shall I book it?',
        source: 'app',
        status: 'delivered',
      },
      { minutesAgo: 2 * DAY - 20, direction: 'inbound', text: 'Yes please.' },
      {
        minutesAgo: 2 * DAY - 21,
        direction: 'outbound',
        text: 'Appointment booked: Thursday 9:30',
        messageType: 'TYPE_ACTIVITY_APPOINTMENT',
        source: 'workflow',
      },
      { minutesAgo: 25, direction: 'inbound', text: 'Is there parking nearby?' },
    ],
  },
  {
    contact: 1,
    channel: 'Email',
    unread: 0,
    messages: [
      {
        minutesAgo: 3 * DAY,
        direction: 'inbound',
        text: '',
        attachments: ['/files/seed/leaking-tap.png'],
        email: {
          subject: 'Quote for whitening',
          html: '<p>Hello,</p><p>could you send me a <b>quote</b> for whitening?</p><p>Marcus</p>',
          cc: ['office@example.org'],
        },
      },
      {
        minutesAgo: 3 * DAY - 90,
        direction: 'outbound',
        text: '',
        source: 'app',
        status: 'delivered',
        attachments: ['/files/seed/price-list.pdf'],
        email: {
          subject: 'Re: Quote for whitening',
          html: '<p>Dear Marcus,</p><p>our price list is attached.</p><p>Harbour Dental</p>',
          cc: ['office@example.org'],
          bcc: ['archive@harbourdental.example.com'],
          reply: true,
        },
      },
      {
        minutesAgo: DAY,
        direction: 'inbound',
        text: '',
        email: {
          subject: 'Re: Quote for whitening',
          html: '<p>Thank you, that works for me.</p>',
          cc: ['office@example.org'],
          reply: true,
        },
      },
    ],
  },
  {
    contact: 2,
    channel: 'WhatsApp',
    unread: 2,
    messages: [
      { minutesAgo: 5 * HOUR, direction: 'inbound', text: 'Ciao! Are you open on Saturday?' },
      {
        minutesAgo: 5 * HOUR - 4,
        direction: 'outbound',
        text: 'Yes, from 10 to 14.',
        source: 'app',
        status: 'read',
      },
      { minutesAgo: 40, direction: 'inbound', text: 'Great, can I come with my son?' },
      { minutesAgo: 39, direction: 'inbound', text: 'He is six.' },
    ],
  },
  {
    contact: 3,
    channel: 'IG',
    unread: 0,
    messages: [
      {
        minutesAgo: 30 * HOUR,
        direction: 'inbound',
        text: 'Love the new photos! Do you take new patients?',
        attachments: [{ url: '/files/seed/leaking-tap.png', type: 'image' }],
      },
      {
        minutesAgo: 29 * HOUR,
        direction: 'outbound',
        text: 'Thank you! Yes, we do.',
        source: 'app',
        status: 'delivered',
      },
    ],
  },
  {
    contact: 5,
    channel: 'FB',
    unread: 1,
    messages: [
      {
        minutesAgo: 8 * HOUR,
        direction: 'inbound',
        text: 'How much is a check-up without insurance?',
        attachments: [
          '/files/seed/price-list.pdf',
          { url: '/files/seed/leaking-tap.png', type: 'image', name: 'tooth.png' },
        ],
      },
    ],
  },
  {
    contact: 6,
    channel: 'Review',
    unread: 1,
    messages: [
      { minutesAgo: 6 * DAY, direction: 'inbound', text: 'Friendly team, no waiting. 5 stars.' },
    ],
  },
  {
    contact: 8,
    channel: 'Live_Chat',
    unread: 1,
    messages: [
      { minutesAgo: 70, direction: 'inbound', text: 'Hello, is someone there?' },
      {
        minutesAgo: 69,
        direction: 'outbound',
        text: 'Good morning! How can I help?',
        source: 'app',
        status: 'delivered',
      },
      { minutesAgo: 66, direction: 'inbound', text: 'I would like to move my appointment.' },
    ],
  },
  {
    contact: 9,
    channel: 'Call',
    unread: 0,
    messages: [
      {
        minutesAgo: 3 * HOUR,
        direction: 'inbound',
        text: '',
        call: {
          duration: 14,
          status: 'completed',
          recording: 3,
          transcript: [
            'Harbour Dental, good morning, this call may be recorded.',
            'Hello, this is Rafael Duarte. I would like to confirm my appointment.',
            'Of course, I can see you on Friday at two.',
            'Perfect, thank you.',
          ],
        },
      },
      {
        minutesAgo: 2 * HOUR,
        direction: 'outbound',
        text: '',
        source: 'app',
        call: { duration: 0, status: 'no-answer' },
      },
    ],
  },
  {
    contact: 10,
    channel: 'Call',
    unread: 1,
    messages: [
      {
        minutesAgo: 9 * HOUR,
        direction: 'inbound',
        text: '',
        call: {
          duration: 21,
          status: 'voicemail',
          recording: 2,
          transcript: ['Hello, Ingrid Solberg here, please call me back about the invoice.'],
        },
      },
      {
        minutesAgo: 5 * HOUR,
        direction: 'inbound',
        text: '',
        call: { duration: 0, status: 'no-answer' },
      },
      {
        minutesAgo: 90,
        direction: 'outbound',
        text: '',
        source: 'app',
        call: { duration: 48, status: 'completed', recording: 2 },
      },
    ],
  },
  {
    contact: 11,
    channel: 'Custom',
    unread: 0,
    messages: [
      {
        minutesAgo: 4 * DAY,
        direction: 'inbound',
        text: 'Message over the custom channel.',
        provider: 'own',
      },
      {
        minutesAgo: 4 * DAY - 30,
        direction: 'outbound',
        text: 'Answer over the custom channel.',
        provider: 'own',
        status: 'pending',
        source: 'api',
      },
      {
        minutesAgo: 4 * DAY - 60,
        direction: 'outbound',
        text: 'Sent by the other provider.',
        provider: 'other',
        status: 'sent',
        source: 'api',
      },
    ],
  },
  {
    contact: 13,
    channel: 'SMS',
    unread: 0,
    messages: [
      {
        minutesAgo: 7 * DAY,
        direction: 'outbound',
        text: 'Opportunity created: Night guard',
        messageType: 'TYPE_ACTIVITY_OPPORTUNITY',
        source: 'workflow',
      },
      {
        minutesAgo: 7 * DAY - 5,
        direction: 'outbound',
        text: 'Hi Victor, your night guard is ready for pick-up.',
        source: 'workflow',
        status: 'delivered',
      },
      {
        minutesAgo: 7 * DAY - 40,
        direction: 'outbound',
        text: 'Patient prefers mornings. Please do not call before nine.',
        channel: 'InternalComment',
        source: 'app',
        status: 'sent',
      },
      { minutesAgo: 6 * DAY, direction: 'inbound', text: 'Thanks, I will come tomorrow.' },
      {
        minutesAgo: 20,
        direction: 'outbound',
        text: 'Reminder: your check-up is due.',
        source: 'app',
        status: 'scheduled',
        dueInMinutes: 2 * DAY,
      },
    ],
  },
  {
    contact: 15,
    channel: 'Email',
    unread: 0,
    messages: [
      {
        minutesAgo: 2 * HOUR,
        direction: 'outbound',
        text: '',
        source: 'campaign',
        status: 'opened',
        email: {
          subject: 'Our summer hours',
          html: '<h1>Summer hours</h1><p>We open at eight from June.</p>',
          metaIsNested: true,
        },
      },
      {
        minutesAgo: 60,
        direction: 'outbound',
        text: '',
        source: 'app',
        status: 'scheduled',
        dueInMinutes: 3 * DAY,
        email: { subject: 'Your treatment plan', html: '<p>Dear Lucas, here is your plan.</p>' },
      },
    ],
  },
  {
    contact: 17,
    channel: 'GMB',
    unread: 0,
    messages: [
      { minutesAgo: 9 * DAY, direction: 'inbound', text: 'Do you speak Arabic at the practice?' },
      {
        minutesAgo: 9 * DAY - 15,
        direction: 'outbound',
        text: 'Yes, Priya does.',
        source: 'app',
        status: 'delivered',
      },
    ],
  },
  {
    contact: 18,
    channel: 'TIKTOK',
    unread: 1,
    messages: [
      { minutesAgo: 11 * HOUR, direction: 'inbound', text: 'Saw your video, where are you?' },
    ],
  },
  {
    contact: 19,
    channel: 'SMS',
    unread: 0,
    messages: [
      {
        minutesAgo: 26 * HOUR,
        direction: 'outbound',
        text: 'Your number could not be reached.',
        source: 'workflow',
        status: 'failed',
      },
      {
        minutesAgo: 26 * HOUR - 1,
        direction: 'outbound',
        text: 'Contact updated',
        messageType: 'TYPE_ACTIVITY_CONTACT',
        source: 'workflow',
      },
    ],
  },
];

/** Short text conversations of the other contacts, by turns. */
export const SMALL_TALK: readonly (readonly [string, string])[] = [
  ['Can I come in tomorrow?', 'Yes, at eleven.'],
  ['Please send me the invoice again.', 'It is on its way.'],
  ['My tooth hurts, is there anything today?', 'Come at four, please.'],
  ['Thank you for the quick help!', 'You are welcome.'],
  ['I have to cancel on Monday.', 'No problem. When suits you instead?'],
];
