import { cents } from './invoices.ts';

/** Orders, payments, subscriptions and coupons; money is in whole units, `12.5` is 12 dollars 50. */

export const SOURCE_TYPES = [
  'funnel',
  'website',
  'invoice',
  'calendar',
  'text2Pay',
  'document_contracts',
  'membership',
  'mobile_app',
  'communities',
  'point_of_sale',
  'manual',
  'form',
  'survey',
  'payment_link',
  'external',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Where somebody paid or ordered. */
export interface Source {
  type: SourceType;
  subType?: string;
  id: string;
  name: string;
  meta: Record<string, unknown>;
}

/** What was bought, with the product and the price as they were then. */
export interface OrderItem {
  _id: string;
  name: string;
  qty: number;
  product: Record<string, unknown> & { _id: string; name: string };
  price: Record<string, unknown> & {
    _id: string;
    type: string;
    amount: number;
    currency: string;
  };
}

export const PAYMENT_STATUSES = ['paid', 'unpaid', 'refunded', 'partially_paid'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export interface Order {
  id: string;
  locationId: string;
  contactId: string;
  currency: string;
  items: OrderItem[];
  discount: number;
  shipping: number;
  taxes: { _id: string; name: string; calculation: 'exclusive'; rate: number; amount: number }[];
  /** `pending` and `completed` are documented; there may be others. */
  status: string;
  paymentStatus: PaymentStatus;
  amountPaid: number;
  fulfillmentStatus: string;
  liveMode: boolean;
  source: Source;
  coupon?: { _id: string; code: string };
  dateAdded: number;
  dateUpdated: number;
}

export interface Tracking {
  trackingNumber?: string;
  shippingCarrier?: string;
  trackingUrl?: string;
}

export interface Fulfillment {
  id: string;
  locationId: string;
  orderId: string;
  trackings: Tracking[];
  items: { priceId: string; qty: number }[];
  dateAdded: number;
  dateUpdated: number;
}

export interface Transaction {
  id: string;
  locationId: string;
  contactId: string;
  currency: string;
  amount: number;
  amountRefunded: number;
  /** `succeeded` is the one documented word. */
  status: string;
  liveMode: boolean;
  entityType: 'order' | 'invoice';
  entityId: string;
  source: Source;
  subscriptionId?: string;
  /** `stripe`, `paypal`, or `manual` for what was recorded by hand. */
  provider: string;
  method: Record<string, unknown>;
  dateAdded: number;
  dateUpdated: number;
}

export interface PaymentSubscription {
  id: string;
  locationId: string;
  contactId: string;
  currency: string;
  amount: number;
  /** `active` is the one documented word. */
  status: string;
  liveMode: boolean;
  entityId: string;
  source: Source;
  /** The id at the payment provider. */
  subscriptionId: string;
  provider: string;
  productName: string;
  canceledAt?: number;
  dateAdded: number;
  dateUpdated: number;
}

export interface CouponDetails {
  name: string;
  code: string;
  discountType: 'percentage' | 'amount';
  discountValue: number;
  startDate: string;
  endDate?: string;
  usageLimit?: number;
  productIds?: string[];
  applyToFuturePayments?: boolean;
  applyToFuturePaymentsConfig?: { type: 'forever' | 'fixed'; duration?: number };
  limitPerCustomer?: boolean;
}

export interface Coupon extends CouponDetails {
  id: string;
  locationId: string;
  usageCount: number;
  dateAdded: number;
  dateUpdated: number;
}

export interface OrderTotals {
  subtotal: number;
  tax: number;
  amount: number;
}

/** What an order comes to. */
export function orderTotals({
  items,
  discount,
  shipping,
  taxes,
}: Pick<Order, 'items' | 'discount' | 'shipping' | 'taxes'>): OrderTotals {
  const subtotal = cents(items.reduce((sum, { price, qty }) => sum + price.amount * qty, 0));
  const tax = cents(taxes.reduce((sum, one) => sum + one.amount, 0));
  return { subtotal, tax, amount: cents(Math.max(0, subtotal - discount) + tax + shipping) };
}

/** Whether a coupon can be used at a moment. */
export function couponStatus(
  { startDate, endDate }: Coupon,
  now: number,
): 'scheduled' | 'active' | 'expired' {
  if (Date.parse(startDate) > now) return 'scheduled';
  return endDate !== undefined && Date.parse(endDate) < now ? 'expired' : 'active';
}
