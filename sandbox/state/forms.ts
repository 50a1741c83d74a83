import type { Named } from './records.ts';

/** Records of forms and surveys, as `records.ts` keeps the others. */

export type FormKind = 'form' | 'survey';

export interface Form extends Named {
  kind: FormKind;
  /** Whether it is a folder of forms, which lists show on request only. */
  isFolder: boolean;
}

export interface Submission {
  id: string;
  kind: FormKind;
  formId: string;
  locationId: string;
  contactId: string;
  name: string;
  email: string;
  /** Answers by the name of a standard field, or by the id of a custom field. */
  answers: Record<string, unknown>;
  page: { url: string; title: string };
  referrer: string;
  utm: Record<string, string>;
  dateAdded: number;
}
