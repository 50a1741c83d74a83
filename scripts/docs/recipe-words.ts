import type { PlainInputField } from 'zapier-platform-core';

import { APPS } from '../../recipes/apps.ts';
import { choicesOf, operationFacts, pairOf } from '../../recipes/engine/operations.ts';
import type { Rule } from '../../recipes/engine/rules.ts';
import { isChosen, isLineItems } from '../../recipes/engine/step-input.ts';
import { partsOf, tokensIn, type Token } from '../../recipes/engine/template.ts';
import type { Mapped, Recipe, Step } from '../../recipes/recipe.ts';
import { allIn, planOf } from './recipe-plan.ts';

/** Says what is filled into a field, with the fields of earlier steps by their labels. */
export class Words {
  readonly #recipe: Recipe;
  /** The number of each step, and the step, by key; the trigger has none. */
  readonly #steps: Map<string, { number: number; step: Step }>;

  constructor(recipe: Recipe) {
    this.#recipe = recipe;
    this.#steps = new Map(
      allIn(planOf(recipe)).map(({ step, number }) => [step.key, { number, step }]),
    );
  }

  /** A mapped value as a person sees it in the editor. */
  value(mapped: Mapped, field?: PlainInputField): string {
    if (isChosen(mapped)) return `choose **${mapped.choose}**`;
    if (isLineItems(mapped)) throw new Error('Line items are shown field by field.');
    if (typeof mapped !== 'string')
      return mapped.map((entry) => this.value(entry, field)).join('<br>');
    const choice = field && choicesOf(field)[mapped];
    if (choice !== undefined) return `choose **${choice}**`;
    if (field?.type === 'boolean') return `choose **${mapped === 'true' ? 'Yes' : 'No'}**`;
    return this.text(mapped);
  }

  /** A text whose tokens stand as pills, as in the editor. */
  text(text: string): string {
    let rest = text;
    let shown = '';
    for (const token of tokensIn(text)) {
      const at = rest.indexOf(token.text);
      shown += plain(rest.slice(0, at)) + this.#pill(token);
      rest = rest.slice(at + token.text.length);
    }
    return shown + plain(rest);
  }

  /** Rules as one sentence: the groups joined by "or", the rules of each by "and". */
  rules(groups: readonly (readonly Rule[])[]): string {
    return groups
      .map((rules) => rules.map((rule) => this.#rule(rule)).join(' **and** '))
      .join(' **or** ');
  }

  #rule({ field, condition, value }: Rule): string {
    const compared = value === undefined ? '' : ` ${this.text(value)}`;
    return `${this.text(field)} *${condition}*${compared}`;
  }

  #pill(token: Token): string {
    const { number, label } = this.#source(token);
    return `<kbd>${number}${label}</kbd>`;
  }

  #source({ step, field }: Token): { number: string; label: string } {
    if (step === 'zap_meta') return { number: '', label: 'Zap Meta UTC ISO' };
    if (step === 'trigger') return { number: '1. ', label: this.#triggerLabel(field) };
    const found = this.#steps.get(step);
    if (!found) throw new Error(`There is no step ${step}.`);
    return { number: `${found.number}. `, label: stepLabel(found.step, field) };
  }

  #triggerLabel(field: string): string {
    const { trigger } = this.#recipe;
    return trigger.kind === 'own'
      ? ownLabel('triggers', trigger.operation, field)
      : appLabel(trigger.app, field);
  }
}

function stepLabel(step: Step, field: string): string {
  if (field === '_zap_search_was_found_status') return 'Zap Search Was Found Status';
  switch (step.kind) {
    case 'search':
      return step.all
        ? `Results ${ownLabel('searches', step.operation, field.replace('results[]', ''))}`
        : ownLabel('searches', step.operation, field);
    case 'create':
      return ownLabel('creates', step.operation, field);
    case 'find_or_create':
      return ownLabel('searches', pairOf(step.operation).search, field);
    case 'app':
      return appLabel(step.app, field);
    default:
      return titled(field);
  }
}

function ownLabel(
  kind: 'triggers' | 'searches' | 'creates',
  operation: string,
  field: string,
): string {
  const found = operationFacts(kind, operation).outputFields.find(({ key }) => key === field);
  if (!found) throw new Error(`${kind}.${operation} returns no ${field}.`);
  return found.label;
}

/** The label of a field of another app, or how Zapier shows a key without one. */
export function appLabel(app: keyof typeof APPS, field: string): string {
  const labels: Readonly<Record<string, string>> = APPS[app].labels;
  return labels[field] ?? titled(field);
}

/** `osdi:donation__person__given_name` becomes "Osdi:donation Person Given Name". */
function titled(field: string): string {
  return partsOf(field)
    .flatMap((part) => part.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split('_'))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Text in a cell of a table. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_|<>[\]]/g, String.raw`\$&`).replaceAll('\n', '<br>');
}
