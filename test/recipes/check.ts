import type { PlainInputField } from 'zapier-platform-core';

import { APPS } from '../../recipes/apps.ts';
import { TRANSFORMS } from '../../recipes/engine/formatter.ts';
import {
  choicesOf,
  isDynamicDropdown,
  operationFacts,
  pairOf,
} from '../../recipes/engine/operations.ts';
import type { Rule } from '../../recipes/engine/rules.ts';
import { isChosen, isLineItems, textsIn } from '../../recipes/engine/step-input.ts';
import { tokensIn } from '../../recipes/engine/template.ts';
import type { Inputs, Mapped, Recipe, Step } from '../../recipes/recipe.ts';
import { isRecord, toList } from '../../resources/values.ts';
import { pathsOf } from '../../scripts/check/record-paths.ts';

/** The fields that a step gives, by the keys of the steps that run before. */
type Known = ReadonlyMap<string, readonly string[]>;

/** Zapier says this of every search and of a found row. */
const WAS_FOUND = '_zap_search_was_found_status';

/** What looks like an id: a long word with a digit in it, or a UUID. */
const RAW_ID = /\b(?=\w*\d)(?=\w*[a-z])[a-z0-9]{18,}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-/i;

/**
 * What is wrong with a recipe's fields: one that is not there, one that is needed and missing, a
 * value that comes from nowhere, an id typed in.
 */
export function problemsOf(recipe: Recipe): string[] {
  const known = new Map([
    ['trigger', triggerGives(recipe)],
    ['zap_meta', ['utc_iso']],
  ]);
  const { trigger } = recipe;
  return [
    ...(trigger.kind === 'own'
      ? inputProblems('trigger', 'triggers', trigger.operation, trigger.inputs, known)
      : []),
    ...problemsIn(recipe.steps, known),
  ];
}

/** A payload may come with fields that another lacks: all that any of them has. */
function triggerGives({ trigger, tries }: Recipe): string[] {
  if (trigger.kind === 'own') return outputKeys('triggers', trigger.operation);
  const payloads = [trigger.sample, ...tries.map(({ payload }) => payload)];
  return payloads.flatMap((payload) =>
    toList(payload)
      .filter(isRecord)
      .flatMap((item) => pathsOf(item)),
  );
}

/** Steps inside a branch or a loop are known there only. */
function problemsIn(steps: readonly Step[], outside: Known): string[] {
  const known = new Map(outside);
  return steps.flatMap((step) => {
    const problems = [
      ...(known.has(step.key) || step.key.includes('__')
        ? [`${step.key}: the key is taken, or holds "__".`]
        : []),
      ...stepProblems(step, known),
    ];
    known.set(step.key, stepGives(step));
    return problems;
  });
}

function stepProblems(step: Step, known: Known): string[] {
  const { key } = step;
  switch (step.kind) {
    case 'search':
      return inputProblems(key, 'searches', step.operation, step.inputs, known);
    case 'create':
      return inputProblems(key, 'creates', step.operation, step.inputs, known);
    case 'find_or_create': {
      const { search, create } = pairOf(step.operation);
      return [
        ...inputProblems(key, 'searches', search, step.inputs, known),
        ...inputProblems(key, 'creates', create, step.createInputs, known),
      ];
    }
    case 'app':
      return [
        ...unknownKeys(key, Object.keys(APPS[step.app].labels), step.inputs),
        ...tokenProblems(key, Object.values(step.inputs), known),
      ];
    case 'formatter':
      return [
        ...unknownKeys(key, Object.keys(TRANSFORMS[step.transform].labels), step.inputs),
        ...tokenProblems(key, Object.values(step.inputs), known),
      ];
    case 'table':
      return tokenProblems(key, [step.value], known);
    case 'filter':
      return ruleProblems(key, step.groups, known);
    case 'paths':
      return step.branches.flatMap(({ groups, steps }) => [
        ...(groups === 'fallback' ? [] : ruleProblems(key, groups, known)),
        ...problemsIn(steps, known),
      ]);
    case 'loop':
      return [
        ...tokenProblems(key, Object.values(step.over), known),
        ...problemsIn(step.steps, new Map(known).set(key, stepGives(step))),
      ];
  }
}

function stepGives(step: Step): string[] {
  switch (step.kind) {
    case 'search': {
      const keys = outputKeys('searches', step.operation);
      return [WAS_FOUND, ...(step.all ? keys.map((key) => `results[]${key}`) : keys)];
    }
    case 'create':
      return outputKeys('creates', step.operation);
    case 'find_or_create': {
      const { search, create } = pairOf(step.operation);
      const created = outputKeys('creates', create);
      return [WAS_FOUND, ...outputKeys('searches', search).filter((key) => created.includes(key))];
    }
    case 'app':
      return Object.keys(step.sample ?? {});
    case 'table':
      return [WAS_FOUND];
    case 'formatter':
      return ['output'];
    case 'loop':
      return [...Object.keys(step.over), 'loop_iteration', 'loop_iteration_is_last'];
    case 'filter':
    case 'paths':
      return [];
  }
}

type Kind = 'triggers' | 'searches' | 'creates';

function outputKeys(kind: Kind, operation: string): string[] {
  return operationFacts(kind, operation).outputFields.map(({ key }) => key);
}

function inputProblems(
  step: string,
  kind: Kind,
  operation: string,
  inputs: Inputs,
  known: Known,
): string[] {
  const fields = operationFacts(kind, operation).inputFields(inputs);
  const missing = fields.filter(
    ({ key, required, type }) => required && type !== 'copy' && !(key in inputs),
  );
  return [
    ...unknownKeys(
      step,
      fields.map(({ key }) => key),
      inputs,
    ),
    ...missing.map(({ key }) => `${step}: ${key} is required and not filled in.`),
    ...Object.entries(inputs).flatMap(([key, mapped]) => {
      const field = fields.find((one) => one.key === key);
      return field ? valueProblems(step, field, mapped) : [];
    }),
    ...tokenProblems(step, Object.values(inputs), known),
  ];
}

function valueProblems(step: string, field: PlainInputField, mapped: Mapped): string[] {
  const name = `${step}: ${field.key}`;
  const problems = textsIn(mapped)
    .filter((text) => RAW_ID.test(text.replaceAll(/\{\{[^{}]*\}\}/g, '')))
    .map((text) => `${name} holds what looks like an id: ${text}`);
  if (isLineItems(mapped)) {
    const children = (field.children ?? []).map(({ key }) => key);
    return [...problems, ...mapped.flatMap((row) => unknownKeys(name, children, row))];
  }
  if (field.children) return [...problems, `${name} takes line items.`];
  if (isChosen(mapped)) {
    return isDynamicDropdown(field) ? problems : [...problems, `${name} has no dropdown.`];
  }
  const typed = textsIn(mapped).filter((text) => tokensIn(text).length === 0);
  const choices = Object.keys(choicesOf(field));
  return [
    ...problems,
    ...typed
      .filter((text) => choices.length > 0 && !choices.includes(text))
      .map((text) => `${name} does not offer ${text}.`),
    ...(field.list === true || typeof mapped === 'string' ? [] : [`${name} takes no list.`]),
    ...(field.type === 'boolean' && typed.some((text) => !['true', 'false'].includes(text))
      ? [`${name} is true or false.`]
      : []),
  ];
}

function unknownKeys(step: string, keys: readonly string[], inputs: object): string[] {
  return Object.keys(inputs)
    .filter((key) => !keys.includes(key))
    .map((key) => `${step}: there is no field ${key}.`);
}

function ruleProblems(step: string, groups: readonly (readonly Rule[])[], known: Known): string[] {
  return groups
    .flat()
    .flatMap(({ field, value = '' }) => tokenProblems(step, [field, value], known));
}

function tokenProblems(step: string, values: readonly Mapped[], known: Known): string[] {
  return values
    .flatMap(textsIn)
    .flatMap(tokensIn)
    .flatMap((token) => {
      const fields = known.get(token.step);
      if (!fields) return [`${step}: ${token.text} names a step that does not run before.`];
      return fields.includes(token.field) ? [] : [`${step}: nothing gives ${token.text}.`];
    });
}
