import { signal, type Signal } from '@preact/signals';

import type { OperationKind } from '../../api/catalog.ts';
import type {
  ChoicePage,
  Entries,
  Entry,
  FieldView,
  FilledForm,
  FormState,
  FormView,
} from '../../api/form.ts';
import { ask, sentenceOf } from '../state/api.ts';
import { connection, timezone } from '../state/settings.ts';

/** The form of one operation: what is filled in, which a reload keeps, and the fields for it. */
export interface FormStore {
  kind: OperationKind;
  key: string;
  entries: Signal<Entries>;
  form: Signal<FormView | undefined>;
  /** Why the fields could not be read; empty where they could. */
  sentence: Signal<string>;
  isReading: Signal<boolean>;
  /** Fills a field, or clears it with undefined; fields that depend on it are read again. */
  fill: (field: FieldView, entry: Entry | undefined) => void;
  clear: () => void;
  /** Fills in records of the local HighLevel. @throws an error where that fails */
  fillExample: () => Promise<void>;
  read: () => Promise<void>;
  choices: (field: string, page: string | null) => Promise<ChoicePage>;
  state: () => FormState;
}

/** @param stored where what is filled in is kept: a form within a field has another place than its own page */
export function createFormStore(
  kind: OperationKind,
  key: string,
  stored: { read: () => Entries; write: (entries: Entries) => void },
): FormStore {
  const entries = signal(stored.read());
  const form = signal<FormView | undefined>(undefined);
  const sentence = signal('');
  const isReading = signal(false);
  let lastRead = 0;
  const state = (): FormState => ({
    kind,
    key,
    connection: connection.value,
    timezone: timezone.value,
    entries: entries.value,
  });
  const keep = (next: Entries) => {
    entries.value = next;
    stored.write(next);
  };
  const take = (next: FormView, filledIn: Entries) => {
    keep({ ...initialEntries(next, form.value), ...filledIn });
    form.value = withKnownFields(next, form.value);
    sentence.value = '';
  };
  const read = async () => {
    const number = ++lastRead;
    isReading.value = true;
    try {
      const next = await ask<FormView>('/form', state());
      if (number === lastRead) take(next, entries.value);
    } catch (error) {
      if (number === lastRead) sentence.value = sentenceOf(error);
    } finally {
      if (number === lastRead) isReading.value = false;
    }
  };
  const fillExample = async (): Promise<void> => {
    const asked = state();
    const filled = await ask<FilledForm>('/form/example', asked);
    // Records of one account are none of another's.
    if (connection.value !== asked.connection) return fillExample();
    lastRead += 1; // What is still being read is older.
    isReading.value = false;
    take(filled.form, filled.entries);
  };
  return {
    kind,
    key,
    entries,
    form,
    sentence,
    isReading,
    read,
    state,
    fill: (field, entry) => {
      const { [field.key]: _before, ...others } = entries.value;
      keep(entry ? { ...others, [field.key]: entry } : others);
      if (field.altersForm) void read();
    },
    clear: () => {
      keep({});
      void read();
    },
    fillExample,
    choices: (field, page) => ask<ChoicePage>('/form/choices', { ...state(), field, page }),
  };
}

/** Fields that are as they were stay the same objects: they need not be drawn again. */
function withKnownFields(next: FormView, before: FormView | undefined): FormView {
  const known = new Map(before?.fields.map((field) => [JSON.stringify(field), field]));
  return { ...next, fields: next.fields.map((field) => known.get(JSON.stringify(field)) ?? field) };
}

/** The first values of fields that have just appeared. */
function initialEntries(next: FormView, before: FormView | undefined): Entries {
  const known = new Set(before?.fields.map(({ key }) => key));
  return Object.fromEntries(
    next.fields
      .filter(({ key, initial }) => initial !== '' && !known.has(key))
      .map(({ key, initial }) => [key, { from: 'typed', value: initial }]),
  );
}
