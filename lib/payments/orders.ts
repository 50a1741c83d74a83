import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { order } from '../../resources/order.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';
import { queryOf, type PaymentFilters, type PaymentPage } from './page.ts';
import { nextOffset } from '../operations/pages.ts';

export type Order = RecordOf<typeof order>;

/** Which orders. */
export interface OrderFilters extends PaymentFilters {
  paymentStatus?: string | undefined;
}

/** The order with an ID as HighLevel sends it; undefined where it has none (any longer). */
export async function rawOrder(
  z: ZObject,
  bundle: Bundle,
  orderId: string,
): Promise<RawRecord | undefined> {
  const { status, data } = await send(z, {
    url: path`/payments/orders/${orderId}`,
    params: { altId: locationOf(bundle) },
    expected: GONE,
  });
  return status < 400 ? toRecord(data) : undefined;
}

/** The order with an ID; undefined where HighLevel has none (any longer). */
export async function orderById(
  z: ZObject,
  bundle: Bundle,
  orderId: string,
): Promise<Order | undefined> {
  const raw = await rawOrder(z, bundle, orderId);
  return raw && readOrder(bundle, raw);
}

export function readOrder(bundle: Bundle, raw: RawRecord): Order {
  return order.parse({ locationId: locationOf(bundle), ...raw });
}

/** So many orders are found at once: each is asked for by itself. */
const FOUND_AT_ONCE = 20;

/** A page of orders, each with its items. */
export async function ordersPage(
  z: ZObject,
  bundle: Bundle,
  filters: OrderFilters,
  token: string,
  isWanted: (listed: Order) => boolean,
): Promise<PaymentPage<Order>> {
  const { entries, next } = await rawOrdersPage(z, bundle, filters, token, FOUND_AT_ONCE);
  const wanted = entries.filter((raw) => isWanted(readOrder(bundle, raw)));
  const whole = await completed(z, bundle, wanted);
  return { entries: whole.map((raw) => readOrder(bundle, raw)), next };
}

/** A page of orders as HighLevel lists them: without their items, and in no order that it says. */
export async function rawOrdersPage(
  z: ZObject,
  bundle: Bundle,
  { paymentStatus, ...filters }: OrderFilters,
  token = '0',
  limit?: number,
): Promise<PaymentPage<RawRecord>> {
  const { data } = await send(z, {
    url: '/payments/orders',
    params: { altId: locationOf(bundle), paymentStatus, ...queryOf(filters, token, limit) },
  });
  const entries = toList(toRecord(data)['data']).filter(isRecord);
  return { entries, next: nextOffset(token, entries, limit) };
}

/**
 * Orders of a list with their items and what their amounts are made of, which each is asked for. One
 * that is gone by then stays as it was listed.
 */
export async function completed(
  z: ZObject,
  bundle: Bundle,
  rows: readonly RawRecord[],
): Promise<RawRecord[]> {
  return Promise.all(
    rows.map(async (row) => {
      const orderId = toText(row['_id']);
      const whole = orderId === null ? undefined : await rawOrder(z, bundle, orderId);
      return { ...row, ...whole };
    }),
  );
}
