import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { convertedEstimate, estimate } from '../../resources/estimate.ts';
import { isRecord, toList, toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { isSameName } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { notFound } from '../inputs/refusal.ts';
import { inWords } from '../money/amounts.ts';
import {
  type Choice,
  choicePage,
  type ChoiceSource,
  onlyOne,
  PAGE_SIZE,
} from '../operations/choices.ts';
import { FIRST_OFFSET, gather, nextOffset } from '../operations/pages.ts';
import { altOf, defineRecords } from '../records/records.ts';
import { reachedBy, sendingOf, type SendInput } from './actions.ts';
import { distinct } from './invoices.ts';
import { checkReach } from './payer.ts';
import { lastDayOf, newBill, written, type BillInput } from './write.ts';

export type Estimate = RecordOf<typeof estimate>;

const estimates = defineRecords(estimate, { path: '/invoices/estimate' });

/** What HighLevel filters estimates by. */
export interface EstimateFilters {
  /** Part of a name. */
  search?: string;
  contactId?: string;
  status?: string;
}

/** A page of estimates and the token of the next one. */
export interface EstimatePage {
  estimates: Estimate[];
  next: string | null;
}

/** A page of up to 100 estimates. @param token the token of a page that this function gave before */
export async function estimatesPage(
  z: ZObject,
  bundle: Bundle,
  filters: EstimateFilters,
  token = FIRST_OFFSET,
): Promise<EstimatePage> {
  const limits = { limit: String(PAGE_SIZE), offset: token };
  const { data } = await send(z, {
    url: '/invoices/estimate/list',
    params: { ...altOf(bundle), ...filters, ...limits },
  });
  const page = toList(toRecord(data)['estimates']).filter(isRecord);
  return {
    estimates: page.map((raw) => estimates.readOne(bundle, raw)),
    next: nextOffset(token, page),
  };
}

/** HighLevel reads no estimate by its ID, and searches none by number: so many pages are looked through. */
const LIMITS = { mostPages: 5, pageMs: 6_000 };

/** The estimates of the latest 500 that fit. */
export async function estimatesLike(
  z: ZObject,
  bundle: Bundle,
  fits: (estimate: Estimate) => boolean,
  filters: EstimateFilters = {},
): Promise<Estimate[]> {
  const { entries } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => estimatesPage(z, bundle, filters, token),
    (page) => page.estimates.filter(fits),
    LIMITS,
  );
  return distinct(entries);
}

/** An estimate by its ID. @throws errors.Error where the latest 500 have none with it */
export async function existingEstimate(
  z: ZObject,
  bundle: Bundle,
  estimateId: string,
): Promise<Estimate> {
  const [found] = await estimatesLike(z, bundle, ({ id }) => id === estimateId);
  if (found) return found;
  throw notFound({ what: 'estimate', label: 'Estimate', id: estimateId });
}

/** The estimates of the sub-account. */
export const estimateChoices: ChoiceSource = async (z, bundle, token) => {
  const page = await estimatesPage(z, bundle, {}, token);
  const choices = page.estimates.map(choiceOf);
  return choicePage(choices, page.next);
};

/** The one estimate with a number or a name. */
export const estimateNamed: RecordFinder = async (z, bundle, typed, label) => {
  const isNamed = ({ name, number }: Estimate) =>
    isSameName(number ?? '', typed) || isSameName(name ?? '', typed);
  const found = await estimatesLike(z, bundle, isNamed);
  return onlyOne(found.map(choiceOf), { what: 'estimate', typed, label });
};

/** `EST-7 Website redesign (1200 USD, Anna Example)` */
function choiceOf({ id, number, name, total, currency, contactName }: Estimate): Choice {
  const title = [number, name].filter((part) => part !== null).join(' ');
  const cost = total === null ? null : inWords(total, currency);
  const details = [cost, contactName].filter((part) => part !== null).join(', ');
  return { id, name: `${title || 'Estimate without a name'}${details && ` (${details})`}` };
}

/** Creates a draft of an estimate. */
export async function createEstimate(
  z: ZObject,
  bundle: Bundle,
  input: BillInput & { expiryDate?: string },
): Promise<Estimate> {
  const bill = await newBill(z, bundle, input, { kind: 'estimate' });
  const expiryDate = lastDayOf(bill, input.expiryDate, 'Expiry Date');
  // It is offered once: HighLevel demands to be told so.
  const frequencySettings = { enabled: false, schedule: {} };
  const body = { ...bill.body, expiryDate, frequencySettings };
  const request = { method: 'POST', url: '/invoices/estimate', body } as const;
  return estimates.readOne(bundle, await written(z, bundle, request, bill.payer));
}

/** Sends an estimate, or marks it as sent. */
export async function sendEstimate(
  z: ZObject,
  bundle: Bundle,
  { estimateId, ...input }: SendInput & { estimateId: string },
): Promise<Estimate> {
  const current = await existingEstimate(z, bundle, estimateId);
  checkReach(reachedBy(current), input.sendBy);
  return estimates.call(z, bundle, {
    method: 'POST',
    url: path`/invoices/estimate/${estimateId}/send`,
    body: await sendingOf(z, bundle, input, current.isLive),
  });
}

/** Makes a draft of an invoice of an estimate. @param markAsInvoiced whether nobody can accept the estimate any more */
export async function convertEstimate(
  z: ZObject,
  bundle: Bundle,
  { estimateId, markAsInvoiced = true }: { estimateId: string; markAsInvoiced?: boolean },
) {
  const { data } = await send(z, {
    method: 'POST',
    url: path`/invoices/estimate/${estimateId}/invoice`,
    body: { ...altOf(bundle), markAsInvoiced },
  });
  const locationId = locationOf(bundle);
  const { invoice, estimate: of } = toRecord(data);
  return convertedEstimate.parse({
    invoice: { locationId, ...toRecord(invoice) },
    estimate: { locationId, ...toRecord(of) },
  });
}
