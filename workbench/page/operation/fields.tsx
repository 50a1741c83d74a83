import { computed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

import type { Entries, Entry, FieldView } from '../../api/form.ts';
import { Icon } from '../parts/icon.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { useForm } from './use-form.ts';
import { createFormStore, type FormStore } from './form-store.ts';
import { Widget } from './widgets.tsx';
import './fields.css';

/** The fields of a form as Zapier draws them: in their order, groups under their names. */
export function Fields({ store, prefix = 'field' }: { store: FormStore; prefix?: string }) {
  const form = store.form.value;
  if (!form) {
    if (store.sentence.value === '') return <Loading what="the form" />;
    return <Failed sentence={store.sentence.value} again={() => void store.read()} />;
  }
  const row = (field: FieldView) => (
    <FieldRow key={field.key} field={field} store={store} id={`${prefix}-${field.key}`} />
  );
  const ungrouped = form.fields.filter(({ group }) => group === null);
  return (
    <div class="fields" aria-busy={store.isReading.value}>
      {store.sentence.value !== '' && (
        <Failed sentence={store.sentence.value} again={() => void store.read()} />
      )}
      {form.fields.length === 0 && <p class="soft">There is nothing to fill in.</p>}
      {ungrouped.map(row)}
      {form.groups.map(({ key, label }) => {
        const fields = form.fields.filter(({ group }) => group === key);
        if (fields.length === 0) return null;
        return (
          <fieldset key={key} class="field-group">
            <legend>{label}</legend>
            {fields.map(row)}
          </fieldset>
        );
      })}
    </div>
  );
}

function FieldRow({ field, store, id }: { field: FieldView; store: FormStore; id: string }) {
  // A row is drawn again for its own entry, and not for those of the others.
  const entryOfField = useMemo(
    () => computed(() => store.entries.value[field.key]),
    [store, field.key],
  );
  if (field.type === 'copy') {
    return (
      <div class="field-note">
        <Markdown text={field.helpText} />
      </div>
    );
  }
  const entry = entryOfField.value;
  const fill = (next: Entry | undefined) => {
    store.fill(field, next);
  };
  const helpId = `${id}-help`;
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>
          {field.label}
          {field.isRequired && (
            <>
              <span class="required" aria-hidden="true">
                *
              </span>
              <span class="visually-hidden"> (required)</span>
            </>
          )}
        </label>
        <span class="field-type">{typeName(field)}</span>
        <Source field={field} entry={entry} fill={fill} />
      </div>
      <Filled field={field} entry={entry} fill={fill} store={store} id={id} helpId={helpId} />
      {field.helpText !== '' && (
        <div class="field-help" id={helpId}>
          <Markdown text={field.helpText} />
        </div>
      )}
    </div>
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'Text',
  text: 'Long text',
  boolean: 'Yes or no',
  integer: 'Whole number',
  number: 'Number',
  datetime: 'Date and time',
  file: 'File',
  json: 'JSON',
  code: 'Code',
  password: 'Secret',
};

function typeName({ type, isList, isDictionary, columns, dropdown }: FieldView): string {
  if (columns.length > 0) return 'Line items';
  if (isDictionary) return 'Names and values';
  const name = dropdown === null ? (TYPE_NAMES[type] ?? type) : 'Dropdown';
  return isList ? `${name}, several` : name;
}

interface SourceProps {
  field: FieldView;
  entry: Entry | undefined;
  fill: (entry: Entry | undefined) => void;
}

/** Where the value comes from: typed, an earlier step, or a search step that the editor offers to add. */
function Source({ field, entry, fill }: SourceProps) {
  const from = entry?.from ?? 'typed';
  const choose = (value: string) => {
    if (value === 'typed') fill(undefined);
    if (value === 'step') fill({ from: 'step', value: '' });
    if (value === 'search') fill({ from: 'search', entries: {} });
  };
  return (
    <select
      class="field-source"
      aria-label={`Where ${field.label} comes from`}
      value={from}
      onChange={({ currentTarget }) => {
        choose(currentTarget.value);
      }}
    >
      <option value="typed">Typed</option>
      <option value="step">From an earlier step</option>
      {field.search && <option value="search">Search step: {field.search.label}</option>}
    </select>
  );
}

interface FilledProps extends SourceProps {
  store: FormStore;
  id: string;
  helpId: string;
}

function Filled({ field, entry, fill, store, id, helpId }: FilledProps): ComponentChildren {
  if (entry?.from === 'search')
    return <SearchStep field={field} entry={entry} fill={fill} id={id} />;
  if (entry?.from === 'step') {
    return (
      <input
        id={id}
        class="mapped"
        value={entry.value}
        placeholder="What the earlier step returned; blank where it returned nothing"
        aria-describedby={helpId}
        onInput={({ currentTarget }) => {
          fill({ from: 'step', value: currentTarget.value });
        }}
      />
    );
  }
  return (
    <Widget
      field={field}
      id={id}
      helpId={helpId}
      value={entry?.value}
      onValue={(value) => {
        const isBlank = value === '' || value.length === 0;
        fill(isBlank ? undefined : { from: 'typed', value });
      }}
      load={(page) => store.choices(field.key, page)}
    />
  );
}

/** The form of a search that runs before this step and fills the field. */
function SearchStep({
  field,
  entry,
  fill,
  id,
}: SourceProps & { entry: Extract<Entry, { from: 'search' }>; id: string }) {
  const search = field.search;
  const current = useSignal<Entries>(entry.entries);
  current.value = entry.entries;
  const store = useMemo(
    () =>
      createFormStore('searches', search?.key ?? '', {
        read: () => current.value,
        write: (entries) => {
          fill({ from: 'search', entries });
        },
      }),
    [search?.key],
  );
  useForm(store);
  if (!search) return null;
  return (
    <section class="search-step" aria-label={`Search step: ${search.label}`}>
      <p class="search-step-title">
        <Icon name="search" /> {search.label} runs first. What it finds is used here.
      </p>
      <Fields store={store} prefix={id} />
    </section>
  );
}
