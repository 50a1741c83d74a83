import type { PlainInputField } from 'zapier-platform-core';

import { APPS } from '../../recipes/apps.ts';
import { TRANSFORMS } from '../../recipes/engine/formatter.ts';
import { operationFacts, pairOf } from '../../recipes/engine/operations.ts';
import { isLineItems } from '../../recipes/engine/step-input.ts';
import type { Inputs, Recipe } from '../../recipes/recipe.ts';
import { linkTo } from './operations.ts';
import { planOf, triggerName, type PlannedStep } from './recipe-plan.ts';
import { appLabel, plain, type Words } from './recipe-words.ts';

type Row = [label: string, value: string];

/** How to build a recipe in the editor, step after step. */
export function stepsText(recipe: Recipe, words: Words): string {
  return [triggerText(recipe, words), ...planOf(recipe).map((step) => stepText(step, words))].join(
    '\n\n',
  );
}

function triggerText(recipe: Recipe, words: Words): string {
  const { trigger } = recipe;
  const { app, event } = triggerName(recipe);
  const heading = headingOf(1, app, event, trigger.kind === 'own' ? event : undefined);
  if (trigger.kind === 'own') {
    const rows = ownRows(operationFacts('triggers', trigger.operation), trigger.inputs, words);
    return [heading, rows.length > 0 ? table(rows) : 'Leave its fields blank.'].join('\n\n');
  }
  return [
    heading,
    ...(trigger.setUp ? [trigger.setUp] : []),
    ...(APPS[trigger.app].areFieldsPublished
      ? []
      : [
          `${app} does not publish the names of its fields: choose the ones with the same meaning.`,
        ]),
    `<details><summary>What it sends, for example</summary>\n\n\`\`\`json\n${JSON.stringify(trigger.sample, null, 2)}\n\`\`\`\n\n</details>`,
  ].join('\n\n');
}

function stepText(planned: PlannedStep, words: Words): string {
  const { number, app, event, operation, branches, inside } = planned;
  return [
    headingOf(number, app, event, operation),
    ...bodyOf(planned, words),
    ...branches.map(({ branch, number: own, steps }) => {
      const rules =
        branch.groups === 'fallback'
          ? 'Choose **Fallback**: it runs when no other path does.'
          : `Only continue if ${words.rules(branch.groups)}.`;
      const heading = `#### ${own}. Path: ${branch.title}`;
      return [heading, rules, ...steps.map((step) => stepText(step, words))].join('\n\n');
    }),
    ...inside.map((step) => stepText(step, words)),
  ].join('\n\n');
}

function bodyOf({ step }: PlannedStep, words: Words): string[] {
  switch (step.kind) {
    case 'search': {
      const rows = ownRows(operationFacts('searches', step.operation), step.inputs, words);
      return [
        table(rows),
        ...(step.all ? ['If several are found: **return all of them as line items**.'] : []),
        step.ifNothing === 'continue'
          ? 'Successful if nothing is found: **Yes**, the Zap continues.'
          : 'Successful if nothing is found: **No**, the Zap stops there.',
      ];
    }
    case 'create':
      return [table(ownRows(operationFacts('creates', step.operation), step.inputs, words))];
    case 'find_or_create': {
      const { search, create } = pairOf(step.operation);
      return [
        table(ownRows(operationFacts('searches', search), step.inputs, words)),
        'Tick **Create … if it does not exist yet**, and fill in:',
        table(ownRows(operationFacts('creates', create), step.createInputs, words)),
      ];
    }
    case 'app':
      return [
        table(rowsOf(step.inputs, (key) => appLabel(step.app, key), words)),
        ...(APPS[step.app].areFieldsPublished
          ? []
          : [`${step.app} does not publish the names of its fields: choose the matching ones.`]),
      ];
    case 'table':
      return [
        table([
          ['Table', `choose **${step.table}**`],
          [`${step.column} (to find the record, and for a new one)`, words.text(step.value)],
        ]),
        'Tick **Create … if it does not exist yet**.',
      ];
    case 'filter':
      return [`Only continue if ${words.rules(step.groups)}.`];
    case 'formatter': {
      const { labels } = TRANSFORMS[step.transform];
      const labelOf = (key: string) => new Map(Object.entries(labels)).get(key) ?? key;
      return [table(rowsOf(step.inputs, labelOf, words))];
    }
    case 'loop':
      return [table(rowsOf(step.over, (key) => key, words)), 'The steps below run for each item.'];
    case 'paths':
      return [];
  }
}

/** Rows for a step of this integration, in the order of its fields. */
function ownRows(facts: ReturnType<typeof operationFacts>, inputs: Inputs, words: Words): Row[] {
  return facts.inputFields(inputs).flatMap((field) => {
    const mapped = inputs[field.key];
    return mapped === undefined ? [] : rowsFor(field, mapped, words);
  });
}

function rowsFor(field: PlainInputField, mapped: Inputs[string], words: Words): Row[] {
  const label = field.label ?? field.key;
  if (!isLineItems(mapped)) return [[label, words.value(mapped, field)]];
  return mapped.flatMap((row) =>
    Object.entries(row).map(([key, text]): Row => {
      const child = field.children?.find((one) => one.key === key);
      return [`${label}: ${child?.label ?? key}`, words.value(text, child)];
    }),
  );
}

function rowsOf(inputs: Inputs, labelOf: (key: string) => string, words: Words): Row[] {
  return Object.entries(inputs).map(([key, mapped]) => [labelOf(key), words.value(mapped)]);
}

/** Operations of this integration lead to their page. */
function headingOf(number: number, app: string, event: string, operation?: string): string {
  const name = operation ? `[${event}](${linkTo(operation)})` : event;
  return `#### ${number}. ${app}: ${name}`;
}

/** A table of fields and what is filled in. */
export function table(rows: readonly Row[]): string {
  return [
    '| Field | Fill in |',
    '| --- | --- |',
    ...rows.map(([label, value]) => `| ${plain(label)} | ${value} |`),
  ].join('\n');
}
