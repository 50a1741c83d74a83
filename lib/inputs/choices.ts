import type { PlainInputField } from 'zapier-platform-core';

import { isRecord } from '../../resources/values.ts';
import { MOST_ENTRIES } from './lists.ts';
import { folded, quoted } from './characters.ts';
import { invalid } from './refusal.ts';

/** One choice of a field: what is stored, and what a person reads. */
interface Choice {
  value: string;
  label: string;
}

/** What a person is shown of many choices, in characters. */
const MOST_SHOWN = 300;

/** A choice's label has commas: so many parts of a list may belong to one of them. */
const MOST_PARTS = 4;

const known = new WeakMap<PlainInputField, Choices>();

/** The choices of a field, which are gathered when they are first asked for. */
export function choicesOf(field: PlainInputField): Choices {
  const choices = known.get(field) ?? new Choices(field);
  known.set(field, choices);
  return choices;
}

/** The choices of a field, found by what a person typed. */
export class Choices {
  readonly #label: string;
  readonly #choices: readonly Choice[];
  #byText: ReadonlyMap<string, string> | undefined;

  constructor(field: PlainInputField) {
    this.#label = field.label ?? field.key;
    this.#choices = listedBy(field);
  }

  /** The value of the choice that a text names, by its value or its label in any case. */
  find(typed: string): string | undefined {
    // A choice of the dropdown comes as its value: hundreds of labels need not be folded for it.
    if (this.#choices.some(({ value }) => value === typed)) return typed;
    this.#byText ??= new Map([
      ...this.#choices.map(({ value, label }) => [folded(label), value] as const),
      // Where one's label is another's value, the value counts.
      ...this.#choices.map(({ value }) => [folded(value), value] as const),
    ]);
    return this.#byText.get(folded(typed));
  }

  /** The same. @throws errors.Error that lists the choices */
  read(typed: string): string {
    const value = this.find(typed);
    if (value !== undefined) return value;
    throw invalid(
      `"${this.#label}" cannot be ${quoted(typed)}.`,
      `Choose one of these: ${this.#listed()}.`,
    );
  }

  /**
   * Several choices in one text, separated by commas, semicolons or line breaks; some have commas of
   * their own.
   */
  split(text: string): string[] {
    const lines = text.split(/[\r\n]/);
    return lines
      .flatMap((line) => this.#splitAt(';', line))
      .flatMap((part) => this.#splitAt(',', part));
  }

  #splitAt(separator: ',' | ';', line: string): string[] {
    const parts = line.split(separator);
    if (parts.length === 1 || parts.length > MOST_ENTRIES) return parts;
    const found: string[] = [];
    let isAnyKnown = false;
    let start = 0;
    while (start < parts.length) {
      const candidates = Array.from({ length: MOST_PARTS }, (_, index) =>
        parts.slice(start, start + MOST_PARTS - index),
      );
      const known = candidates.find((some) => this.find(some.join(separator)) !== undefined);
      isAnyKnown ||= known !== undefined;
      const taken = known ?? parts.slice(start, start + 1);
      found.push(taken.join(separator));
      start += taken.length;
    }
    return isAnyKnown ? found : [line];
  }

  #listed(): string {
    const labels = this.#choices.map(({ label }) => label);
    const separator = labels.some((label) => label.includes(',')) ? '; ' : ', ';
    let shown = 0;
    let length = 0;
    while (shown < labels.length && length < MOST_SHOWN) {
      length += (labels[shown] ?? '').length + separator.length;
      shown += 1;
    }
    const rest = labels.length - shown;
    return labels.slice(0, shown).join(separator) + (rest > 0 ? ` and ${rest} more` : '');
  }
}

function listedBy({ choices }: PlainInputField): Choice[] {
  if (Array.isArray(choices)) {
    return choices.map((choice: unknown) => {
      const { value, label } = isRecord(choice) ? choice : { value: choice };
      return { value: String(value), label: String(label ?? value) };
    });
  }
  if (!isRecord(choices)) return [];
  const { perform } = choices;
  if (typeof perform === 'function') {
    const known = isFixed(perform) ? perform.fixed() : [];
    return known.map(({ id, name }) => ({ value: id, label: name }));
  }
  return Object.entries(choices).map(([value, label]) => ({ value, label: String(label) }));
}

/** A dropdown's function whose choices need no request, and are all that there are. */
export interface FixedChoices {
  fixed: () => readonly { id: string; name: string }[];
}

export function isFixed(perform: unknown): perform is FixedChoices {
  return typeof perform === 'function' && 'fixed' in perform;
}
