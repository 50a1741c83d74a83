import type { Bundle, ZObject } from 'zapier-platform-core';

import { coupon } from '../../resources/coupon.ts';
import type { RecordOf } from '../../resources/define.ts';
import { isBlank, send, withoutGaps } from '../http/client.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { containsPhrase, isSameName } from '../inputs/characters.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import { choicePage, type ChoiceSource, PAGE_SIZE } from '../operations/choices.ts';
import { FIRST_OFFSET, gather, nextOffset } from '../operations/pages.ts';
import { altOf, defineRecords } from '../records/records.ts';
import { type PaymentPage } from './page.ts';

export type Coupon = RecordOf<typeof coupon>;

/** The coupons of a sub-account, as they are listed. One by its ID alone cannot be read. */
const listed = defineRecords(coupon, {
  path: '/payments/coupon/list',
  many: 'data',
  withLocation: ['list'],
  isAlt: true,
});

/** The same, as they are created. */
const coupons = defineRecords(coupon, {
  path: '/payments/coupon',
  withLocation: ['create'],
  isAlt: true,
});

/** What coupons are found by; all that is given must hold. */
export interface CouponCriteria {
  /** A code or a name, or part of it. */
  query?: string;
  status?: string;
  couponId?: string;
}

async function couponsPage(
  z: ZObject,
  bundle: Bundle,
  { query, status }: CouponCriteria,
  token: string,
): Promise<PaymentPage<Coupon>> {
  const request = { search: query, status, limit: PAGE_SIZE, offset: Number(token) };
  const entries = await listed.list(z, bundle, request);
  return { entries, next: nextOffset(token, entries) };
}

const LIMITS = { mostPages: 5, pageMs: 6_000 };

/** The coupons that meet all criteria, the one with exactly this code or name first. */
export async function findCoupons(
  z: ZObject,
  bundle: Bundle,
  criteria: CouponCriteria,
): Promise<Coupon[]> {
  const { query, couponId } = criteria;
  const { entries } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => couponsPage(z, bundle, criteria, token),
    (page) => page.entries,
    LIMITS,
  );
  const found = entries.filter(
    ({ id, code, name }) =>
      (couponId === undefined || id === couponId) &&
      (query === undefined || containsPhrase([code, name], query)),
  );
  if (query === undefined) return found;
  const isExact = ({ code, name }: Coupon) =>
    isSameName(code ?? '', query) || isSameName(name ?? '', query);
  return found.toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}

/** Coupons by their codes. */
export const couponChoices: ChoiceSource = async (z, bundle, token = FIRST_OFFSET) => {
  const { entries, next } = await couponsPage(z, bundle, {}, token);
  const choices = entries.map(({ id, code, name }) => ({
    id,
    // In parentheses there are none.
    name: `${code ?? 'Coupon'} (${(name ?? 'no name').replaceAll(/[()]/g, '')})`,
  }));
  return choicePage(choices, next);
};

/** What a step writes of a coupon, in the words of its input fields. */
export interface CouponInput {
  name: string;
  code: string;
  discountType: string;
  discountValue: number;
  startsAt?: string;
  endsAt?: string;
  usageLimit?: number;
  isOncePerCustomer?: boolean;
  productIds?: string[];
  futurePayments?: string;
  months?: number;
}

/** Whether HighLevel takes a start that is past is not known: it is asked for a minute from now. */
const SOON_MS = 60_000;

/** @throws errors.Error for what does not go together */
export function createCoupon(z: ZObject, bundle: Bundle, input: CouponInput): Promise<Coupon> {
  const { name, code, discountType, discountValue, endsAt, usageLimit, productIds } = input;
  checkDiscount(discountType, discountValue);
  const startDate = startFrom(input.startsAt);
  if (endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startDate)) {
    throw invalid(
      '"Ends At" is not later than the start of the coupon.',
      'Correct "Starts At" or "Ends At", or leave "Ends At" blank for no end.',
    );
  }
  return coupons.create(z, bundle, {
    name,
    code,
    discountType,
    discountValue,
    startDate,
    endDate: endsAt,
    usageLimit,
    productIds,
    limitPerCustomer: input.isOncePerCustomer,
    ...futurePaymentsOf(input),
  });
}

/**
 * Changes a coupon; what is not given stays. HighLevel wants all of it again, and one coupon can
 * only be read from the list.
 *
 * @throws errors.Error when nothing is given, or for what does not go together
 */
export async function updateCoupon(
  z: ZObject,
  bundle: Bundle,
  id: string,
  changes: Partial<CouponInput>,
): Promise<Coupon> {
  if (isBlank(changes)) throw nothingToChange({ besides: 'Coupon' });
  const [current] = await findCoupons(z, bundle, { couponId: id });
  if (!current) throw notFound({ what: 'coupon', label: 'Coupon', id });

  const { startsAt, endsAt } = changes;
  const discountType = changes.discountType ?? current.discountType;
  const discountValue = changes.discountValue ?? current.discountValue;
  checkDiscount(discountType, discountValue);
  const startDate =
    startsAt === undefined && current.startDate !== null ? current.startDate : startFrom(startsAt);
  const endDate = endsAt ?? current.endDate;
  const isForAll = current.productIds.length === 0;
  const isMoved = startsAt !== undefined || endsAt !== undefined;
  if (isMoved && endDate !== null && Date.parse(endDate) <= Date.parse(startDate)) {
    throw invalid(
      '"Ends At" is not later than the start of the coupon.',
      'Correct "Starts At" or "Ends At". One that is blank stays as it is.',
    );
  }
  return coupons.call(z, bundle, {
    method: 'PUT',
    url: '/payments/coupon',
    body: {
      ...altOf(bundle),
      id,
      ...withoutGaps({
        name: changes.name ?? current.name,
        code: changes.code ?? current.code,
        discountType,
        discountValue,
        startDate,
        endDate,
        usageLimit: changes.usageLimit ?? current.usageLimit,
        productIds: changes.productIds ?? (isForAll ? null : current.productIds),
        limitPerCustomer: changes.isOncePerCustomer ?? current.isOncePerCustomer,
      }),
      ...futurePaymentsOf(isBlank(futureIn(changes)) ? futureOf(current) : changes),
    },
  });
}

function checkDiscount(type: string | null, value: number | null): void {
  if (type !== 'percentage' || value === null || value <= 100) return;
  throw invalid(
    `"Discount" is ${String(value)}, and a percentage is at most 100.`,
    'Correct it, or choose Amount in "Discount Type".',
  );
}

/** When a coupon starts: at the time given, or soon where that is blank or past. */
function startFrom(startsAt: string | undefined): string {
  const soon = Date.now() + SOON_MS;
  return new Date(
    startsAt === undefined ? soon : Math.max(Date.parse(startsAt), soon),
  ).toISOString();
}

type FuturePayments = Pick<CouponInput, 'futurePayments' | 'months'>;

const futureIn = ({ futurePayments, months }: FuturePayments) => ({ futurePayments, months });

/** What a coupon has there now, in the words of the input fields. */
function futureOf({ appliesToFuturePayments, monthsOfFuturePayments }: Coupon): FuturePayments {
  if (appliesToFuturePayments === null) return {};
  if (!appliesToFuturePayments) return { futurePayments: 'none' };
  return { futurePayments: 'forever', months: monthsOfFuturePayments ?? undefined };
}

/** Of what is paid again and again, a coupon lowers the first payment, all, or those of some months. */
function futurePaymentsOf({ futurePayments, months }: FuturePayments) {
  if (futurePayments === undefined && months === undefined) return {};
  if (futurePayments === 'none') {
    if (months === undefined) return { applyToFuturePayments: false };
    throw invalid(
      '"Months" is filled in, and "Future Payments" is First Payment Only.',
      'Choose Every Payment there, or clear "Months".',
    );
  }
  // Without a number of months there is no end, and HighLevel demands one in a config.
  if (months === undefined) return { applyToFuturePayments: true };
  const config = { type: 'fixed', duration: months, durationType: 'months' };
  return { applyToFuturePayments: true, applyToFuturePaymentsConfig: config };
}

/** Deletes a coupon, whose ID stands in the body of the request. */
export async function deleteCoupon(z: ZObject, bundle: Bundle, id: string): Promise<void> {
  await send(z, {
    method: 'DELETE',
    url: '/payments/coupon',
    body: { ...altOf(bundle), id },
    mayBeEmpty: true,
  });
}
