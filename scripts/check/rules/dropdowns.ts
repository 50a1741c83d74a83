import { toRecord, toText } from '../../../resources/values.ts';
import {
  hasDynamicDropdown,
  inputFieldsOf,
  type Field,
  type Integration,
  type Operation,
} from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';
import { wordsOfKey } from '../text.ts';

/** A rule about single input fields, those of hidden operations included: a message for each that breaks it. */
function fieldRule(
  id: string,
  title: string,
  message: (field: Field, integration: Integration, operation: Operation) => string | undefined,
): Rule<Integration> {
  return {
    id,
    title,
    check: (integration) =>
      integration.operations.flatMap((operation) =>
        inputFieldsOf(operation).flatMap((field): Finding[] => {
          const said = message(field, integration, operation);
          return said === undefined
            ? []
            : [{ operation: operation.path, field: field.key, message: said }];
        }),
      ),
  };
}

/** Whether the field can only be filled in with an ID. */
function holdsId({ key, label }: Field): boolean {
  return ['id', 'ids'].includes(wordsOfKey(key).at(-1) ?? '') || /\bIDs?$/i.test(label);
}

const idDropdown = fieldRule('D004', 'A field for an ID has a dropdown', (field) =>
  holdsId(field) && !hasDynamicDropdown(field) && field.raw['choices'] === undefined
    ? `"${field.label}" asks for an ID and has no dropdown to choose it by name.`
    : undefined,
);

const dynamicTarget = fieldRule(
  'D005',
  'A dropdown is filled by a trigger that exists',
  (field, { operations }) => {
    const dynamic = toText(field.raw['dynamic']);
    if (dynamic === null) return undefined;
    const [key] = dynamic.split('.');
    const exists = operations.some((one) => one.kind === 'triggers' && one.key === key);
    return exists
      ? undefined
      : `The dropdown of "${field.label}" needs the trigger "${String(key)}", which does not exist.`;
  },
);

const searchTarget = fieldRule(
  'D013',
  'A field is filled by a search that exists',
  (field, { operations, searchOrCreates }) => {
    const search = toText(field.raw['search']);
    if (search === null) return undefined;
    const [key] = search.split('.');
    const exists =
      operations.some((one) => one.kind === 'searches' && one.key === key) ||
      searchOrCreates.some((one) => one.key === key);
    return exists
      ? undefined
      : `"${field.label}" names the search "${String(key)}", which does not exist.`;
  },
);

const SEARCHABLE = ['string', 'number', 'integer'];

const searchField = fieldRule(
  'D014',
  'A field with a search step has a dropdown and takes one value',
  (field) => {
    if (field.raw['search'] === undefined) return undefined;
    if (!SEARCHABLE.includes(field.type)) {
      return `"${field.label}" is ${field.type}; a search step fills text and numbers only.`;
    }
    if (field.isList || field.raw['dict'] === true || field.children.length > 0) {
      return `"${field.label}" takes several values; a search step fills one.`;
    }
    return hasDynamicDropdown(field)
      ? undefined
      : `"${field.label}" has a search step but no dropdown, so the editor does not offer it.`;
  },
);

const lostDropdown = fieldRule('dropdown-lost', 'A dropdown reaches the editor', (field) => {
  const { choices } = field.raw;
  const isEmpty = choices !== undefined && Object.keys(toRecord(choices)).length === 0;
  return isEmpty && !(Array.isArray(choices) && choices.length > 0)
    ? `The dropdown of "${field.label}" is empty: Zapier drops functions of fields that a function makes. Use \`dynamic\` there.`
    : undefined;
});

export const dropdownRules = [idDropdown, dynamicTarget, searchTarget, searchField, lostDropdown];
