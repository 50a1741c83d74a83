import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { Choice, ChoicePage } from '../../api/form.ts';
import { sentenceOf } from '../state/api.ts';
import { Icon } from './icon.tsx';
import './combobox.css';

interface ComboboxProps {
  id: string;
  /** The name for screen readers. */
  label: string;
  /** The ID of what describes it. */
  describedBy?: string;
  isRequired?: boolean;
  placeholder?: string;
  /** The stored value: the ID of an entry, or whatever was typed. */
  value: string;
  onValue: (value: string) => void;
  /** The entries of a static dropdown. */
  choices?: readonly Choice[];
  /** One page of a live one; null asks for the first. */
  load?: (page: string | null) => Promise<ChoicePage>;
}

/** How many entries are drawn; typing finds the others. */
const MOST_DRAWN = 200;

interface LivePages {
  choices: Choice[];
  next: string | null;
  isLoading: boolean;
  sentence: string;
}

/**
 * A dropdown as Zapier's: entries by name, filtered as a person types, more on demand, and any other
 * value typed by hand.
 */
export function Combobox({ choices = [], load, ...props }: ComboboxProps) {
  const pages = useSignal<LivePages | undefined>(undefined);
  const typed = useSignal('');
  const known = load ? (pages.value?.choices ?? []) : choices;
  const all = withValue(known, props.value);
  const shown = matching(all, typed.value).slice(0, MOST_DRAWN);

  const read = async (page: string | null) => {
    if (!load || pages.value?.isLoading) return;
    const before = page === null ? [] : (pages.value?.choices ?? []);
    pages.value = { choices: before, next: null, isLoading: true, sentence: '' };
    try {
      const { choices: more, next } = await load(page);
      pages.value = { choices: [...before, ...more], next, isLoading: false, sentence: '' };
    } catch (error) {
      pages.value = { choices: before, next: page, isLoading: false, sentence: sentenceOf(error) };
    }
  };

  // A value that stands there already is shown by its name.
  useEffect(() => {
    if (props.value !== '' && !pages.value) void read(null);
  }, [props.value === '']);

  const panel = useRef<HTMLDivElement>(null);
  const service = useMachine(combobox.machine, {
    id: props.id,
    ids: { input: props.id },
    collection: combobox.collection({
      items: shown,
      itemToValue: ({ id }) => id,
      itemToString: ({ label }) => label,
    }),
    value: props.value === '' ? [] : [props.value],
    allowCustomValue: true,
    inputBehavior: 'none',
    openOnClick: true,
    required: props.isRequired,
    placeholder: props.placeholder,
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason !== 'input-change') return;
      typed.value = inputValue;
      // A name that is typed in full means its entry; anything else is a value of its own.
      props.onValue(all.find(({ label }) => label === inputValue)?.id ?? inputValue);
    },
    onValueChange: ({ value }) => {
      typed.value = '';
      props.onValue(value[0] ?? '');
    },
    // What is below the list belongs to it: Zag takes it for a click beside the dropdown, and would close it.
    onInteractOutside: (event) => {
      const { target } = event.detail;
      if (target instanceof Node && panel.current?.contains(target)) event.preventDefault();
    },
    onOpenChange: ({ open }) => {
      if (open) typed.value = '';
      // What it depends on may have changed since it was last open.
      if (open) void read(null);
    },
  });
  const api = combobox.connect(service, normalizeProps);
  const name = all.find(({ id }) => id === props.value)?.label ?? '';
  // Zag keeps the text that it had when the value came: the name of a live entry is known later.
  useEffect(() => {
    if (!api.open && name !== api.inputValue) api.setInputValue(name);
  }, [name]);
  const live = pages.value;

  return (
    <div {...api.getRootProps()} class="combobox">
      <div {...api.getControlProps()} class="combobox-control">
        <input
          // Zag's types allow any role of any element; here it returns that of a text input.
          {...(api.getInputProps() as { role: 'combobox' })}
          aria-label={props.label}
          aria-describedby={props.describedBy}
          aria-required={props.isRequired}
        />
        <button {...api.getTriggerProps()} class="combobox-open" aria-label={`Show ${props.label}`}>
          <Icon name="down" />
        </button>
      </div>
      <div {...api.getPositionerProps()} class="combobox-positioner">
        {api.open && (
          <div ref={panel} class="combobox-panel">
            <ul {...api.getContentProps()} class="combobox-list" aria-label={props.label}>
              {shown.map((choice) => (
                <li key={choice.id} {...api.getItemProps({ item: choice })} class="combobox-item">
                  <span>{choice.label}</span>
                  {choice.label !== choice.id && <span class="combobox-id">{choice.id}</span>}
                </li>
              ))}
            </ul>
            <Foot
              live={live}
              isEmpty={shown.length === 0}
              more={() => void read(live?.next ?? null)}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function Foot({
  live,
  isEmpty,
  more,
}: {
  live: LivePages | undefined;
  isEmpty: boolean;
  more: () => void;
}) {
  return (
    <div class="combobox-foot" role="status">
      {live?.isLoading && <span class="combobox-note">Loading …</span>}
      {live?.sentence && <span class="combobox-note bad-text">{live.sentence}</span>}
      {isEmpty && !live?.isLoading && !live?.sentence && (
        <span class="combobox-note">Nothing matches. What you typed is used as it is.</span>
      )}
      {live && !live.isLoading && (live.next !== null || live.sentence !== '') && (
        <button type="button" class="button small" onClick={more}>
          {live.sentence ? 'Try again' : 'Load more'}
        </button>
      )}
    </div>
  );
}

/** A typed value stands in the list too, so that the field shows it. */
function withValue(choices: readonly Choice[], value: string): readonly Choice[] {
  if (value === '' || choices.some(({ id }) => id === value)) return choices;
  return [...choices, { id: value, label: value }];
}

function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ label, id }) => {
    const text = `${label} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
