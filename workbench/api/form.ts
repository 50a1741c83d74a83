import type { OperationKind } from './catalog.ts';

/** The form of an operation, and what a person fills into it. */

/** One entry of a dropdown: what is stored, and what a person reads. */
export interface Choice {
  id: string;
  label: string;
}

/** What a live dropdown shows first; `next` asks for more, null on the last page. */
export interface ChoicePage {
  choices: Choice[];
  next: string | null;
}

/** A search step that can fill a field. */
export interface SearchLink {
  key: string;
  label: string;
  /** The field of what it finds. */
  output: string;
}

export interface FieldView {
  key: string;
  label: string;
  /** As Zapier names it: string, text, boolean, integer, number, datetime, file, copy, json, code. */
  type: string;
  isRequired: boolean;
  isList: boolean;
  /** Keys and values, both typed by hand. */
  isDictionary: boolean;
  /** Markdown. */
  helpText: string;
  placeholder: string;
  /** What stands in it when the form opens; empty where nothing does. */
  initial: string;
  /** The key of its group; null for fields before all groups. */
  group: string | null;
  /** Whether other fields depend on it. */
  altersForm: boolean;
  /** `live` is filled by the integration when it opens. */
  dropdown: 'static' | 'live' | null;
  /** The entries of a static dropdown. */
  choices: Choice[];
  search: SearchLink | null;
  /** The columns of line items; empty for all other fields. */
  columns: FieldView[];
}

/** A field for a line of text, and nothing else. */
export function textField(key: string, label: string): FieldView {
  return {
    key,
    label,
    type: 'string',
    isRequired: false,
    isList: false,
    isDictionary: false,
    helpText: '',
    placeholder: '',
    initial: '',
    group: null,
    altersForm: false,
    dropdown: null,
    choices: [],
    search: null,
    columns: [],
  };
}

export interface FormView {
  fields: FieldView[];
  groups: { key: string; label: string }[];
}

/** Line items, or the pairs of a dictionary. */
export type Row = Record<string, string>;

/** What is typed into a field: one value, several, or rows. */
export type Value = string | string[] | Row[];

/** How a field is filled. */
export type Entry =
  | { from: 'typed'; value: Value }
  /** Mapped from an earlier step, which returned this text; empty where it returned nothing. */
  | { from: 'step'; value: string }
  /** From a search step before this one. */
  | { from: 'search'; entries: Entries };

/** A filled-in form by the keys of its fields; a field that is left blank is missing. */
export type Entries = Record<string, Entry>;

/** A form that is filled in with an example. */
export interface FilledForm {
  entries: Entries;
  /** The form for them. */
  form: FormView;
}

/** The operation that is open, whose account it uses, and what is filled in. */
export interface FormState {
  kind: OperationKind;
  key: string;
  connection: string;
  /** Of the Zap, such as `America/New_York`. */
  timezone: string;
  entries: Entries;
}
