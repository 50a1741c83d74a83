import type { Bundle, ZObject } from 'zapier-platform-core';

import { company } from '../../resources/company.ts';
import type { RecordOf } from '../../resources/define.ts';
import type { RawRecord } from '../../resources/values.ts';
import { containsPhrase } from '../inputs/characters.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { FIRST_OFFSET, gather, nextOffset } from '../operations/pages.ts';
import { defineRecords } from '../records/records.ts';
import { byName } from '../operations/by_name.ts';

export type Company = RecordOf<typeof company>;

/** The companies of a sub-account. HighLevel's word for them is businesses. */
export const companies = defineRecords(company, {
  path: '/businesses/',
  many: 'businesses',
  withLocation: ['list', 'create'],
});

/** A page of companies, in HighLevel's own order, and the token of the next one. */
export interface CompanyPage {
  companies: Company[];
  next: string | null;
}

/** @param token the token of a page that this function gave before */
export async function companiesPage(
  z: ZObject,
  bundle: Bundle,
  token = FIRST_OFFSET,
): Promise<CompanyPage> {
  const page = await companies.list(z, bundle, pageAt(token));
  return { companies: page, next: nextOffset(token, page) };
}

/** Lists of companies, and of a company's contacts, are paged by how many entries to skip. */
export function pageAt(token: string): RawRecord {
  return { limit: String(PAGE_SIZE), skip: token };
}

/** HighLevel cannot search companies: so many pages are looked through, 1,000 companies. */
export const LIMITS = { mostPages: 10, pageMs: 6_000 };

/** What companies are found by; all that is given must hold. */
export interface CompanyCriteria {
  /** A name or part of it. */
  name?: string;
  email?: string;
  /** Digits that the number ends with, or a whole number in E.164. */
  phone?: string;
  website?: string;
  /** Whether the name must be the whole one. */
  exactName?: boolean;
}

/** The companies that meet all criteria, those with exactly this name first. */
export async function findCompanies(
  z: ZObject,
  bundle: Bundle,
  { name, email, phone, website, exactName }: CompanyCriteria,
): Promise<Company[]> {
  const isMatch = (one: Company) =>
    (email === undefined || one.email?.toLowerCase() === email.toLowerCase()) &&
    (phone === undefined || endsWith(one.phone, phone)) &&
    (website === undefined || containsPhrase([one.website], hostIn(website)));
  const { entries: found } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => companiesPage(z, bundle, token),
    (page) => page.companies.filter(isMatch),
    LIMITS,
  );
  return name === undefined ? found : byName(found, name, exactName);
}

function endsWith(number: string | null, digits: string): boolean {
  const onlyDigits = (text: string) => text.replaceAll(/\D/g, '');
  return onlyDigits(number ?? '').endsWith(onlyDigits(digits));
}

/** `example.com` of `https://www.example.com/`: people save websites in every form. */
function hostIn(website: string): string {
  return website
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}
