import { toText } from './values.ts';

/**
 * What became of a payment, an order or a subscription. HighLevel documents one word of each
 * (`succeeded`, `completed`, `active`), and the others are those of whoever took the payment. Words
 * that mean the same are read as one, whatever their case; any other stays as it is.
 */

/** The words that mean one status, in small letters with `_` between them. */
type Synonyms<Status extends string> = Readonly<Record<Status, readonly string[]>>;

/** What a status is called. */
type Labels = Readonly<Record<string, string>>;

export const PAYMENT_STATUSES = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  pending: 'Pending',
  partially_refunded: 'Partially Refunded',
  refunded: 'Refunded',
  canceled: 'Canceled',
} as const satisfies Labels;

export const ORDER_STATUSES = {
  pending: 'Pending',
  completed: 'Completed',
  failed: 'Failed',
  refunded: 'Refunded',
  partially_refunded: 'Partially Refunded',
  canceled: 'Canceled',
} as const satisfies Labels;

export const SUBSCRIPTION_STATUSES = {
  active: 'Active',
  trialing: 'Trial',
  past_due: 'Past Due',
  unpaid: 'Unpaid',
  paused: 'Paused',
  incomplete: 'Incomplete',
  canceled: 'Canceled',
  completed: 'Completed',
} as const satisfies Labels;

const CANCELED = ['cancelled', 'void', 'voided', 'abandoned'];
const FAILED = 'failure payment_failed fail declined card_declined error errored rejected'.split(
  ' ',
);
const REFUNDED = ['refund', 'fully_refunded', 'reversed'];
const PARTIALLY_REFUNDED = ['partial_refund', 'partially_refund', 'partial_refunded'];

const OF_PAYMENTS: Synonyms<keyof typeof PAYMENT_STATUSES> = {
  succeeded: 'success successful paid complete completed captured settled approved'.split(' '),
  failed: [...FAILED, 'denied'],
  pending:
    'processing in_progress payment_processing authorized requires_action initiated created'.split(
      ' ',
    ),
  refunded: REFUNDED,
  partially_refunded: PARTIALLY_REFUNDED,
  canceled: CANCELED,
};

const OF_ORDERS: Synonyms<keyof typeof ORDER_STATUSES> = {
  completed: ['complete', 'paid', 'succeeded', 'success'],
  pending: ['open', 'created', 'processing', 'payment_processing', 'unpaid'],
  failed: FAILED,
  refunded: REFUNDED,
  partially_refunded: PARTIALLY_REFUNDED,
  canceled: CANCELED,
};

const OF_SUBSCRIPTIONS: Synonyms<keyof typeof SUBSCRIPTION_STATUSES> = {
  active: ['activated'],
  trialing: ['trial', 'in_trial'],
  past_due: ['pastdue', 'overdue'],
  unpaid: [],
  paused: ['suspended', 'on_hold'],
  incomplete: ['pending', 'approval_pending', 'scheduled', 'initiated'],
  canceled: [...CANCELED, 'incomplete_expired'],
  completed: ['complete', 'expired', 'ended'],
};

export const paymentStatus = reader(OF_PAYMENTS);
export const orderStatus = reader(OF_ORDERS);
export const subscriptionStatus = reader(OF_SUBSCRIPTIONS);

function reader(synonyms: Synonyms<string>): (value: unknown) => string | null {
  const byWord = new Map(
    Object.entries(synonyms).flatMap(([status, words]) =>
      words.map((word) => [word, status] as const),
    ),
  );
  return (value) => {
    const word = toText(value)?.trim();
    if (!word) return null;
    const plain = word.toLowerCase().replaceAll(/[\s_-]+/g, '_');
    return byWord.get(plain) ?? plain;
  };
}
