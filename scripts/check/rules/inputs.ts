import {
  inputFieldsOf,
  operationsOf,
  visible,
  type Field,
  type Integration,
} from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';
import { sameWords, withoutParentheses } from '../text.ts';

const searchFields: Rule<Integration> = {
  id: 'D009',
  title: 'A search has something to search by',
  check: (integration) =>
    operationsOf(integration, 'searches')
      .filter((operation) => inputFieldsOf(operation).length === 0)
      .map(({ path }) => ({ operation: path, message: 'It has no input field.' })),
};

const helpText: Rule<Integration> = {
  id: 'D011',
  title: 'Help says more than the label',
  check: (integration) =>
    eachField(integration, ({ label, helpText }) =>
      helpText !== '' && sameWords(label, helpText)
        ? `The help of "${label}" only repeats the label.`
        : undefined,
    ),
};

const staticFields: Rule<Integration> = {
  id: 'D022',
  title: 'An action has fields that stand in the definition',
  check: (integration) =>
    operationsOf(integration, 'creates')
      .filter(({ staticFields }) => staticFields.length === 0)
      .map(({ path }) => ({
        operation: path,
        message: 'All its fields are made by functions, so no Zap template can fill them.',
      })),
};

const requiredFirst: Rule<Integration> = {
  id: 'required-first',
  // What brings a required field must be chosen before it.
  title: 'Required fields stand before optional ones, but for those that alter the form',
  check: (integration) =>
    visible(integration).flatMap((operation) =>
      operation.forms
        .flatMap(({ fields }) => {
          const asked = fields.filter(({ type }) => type !== 'copy');
          const firstOptional = asked.findIndex(
            ({ required, raw }) => !required && raw['altersDynamicFields'] !== true,
          );
          return firstOptional < 0
            ? []
            : asked.slice(firstOptional).filter(({ required }) => required);
        })
        .filter(({ key }, index, late) => late.findIndex((one) => one.key === key) === index)
        .map(({ key, label }) => ({
          operation: operation.path,
          field: key,
          message: `"${label}" is required and stands after an optional field.`,
        })),
    ),
};

const noIdLabel: Rule<Integration> = {
  id: 'label-without-id',
  title: 'No input field is called an ID',
  check: (integration) =>
    eachField(integration, ({ label }) =>
      /(?:^|\s)IDs?$/i.test(withoutParentheses(label))
        ? `"${label}" ends with ID. Name what is chosen, such as "Contact".`
        : undefined,
    ),
};

const labels: Rule<Integration> = {
  id: 'field-label',
  title: 'Fields have labels',
  check: (integration) => [
    ...eachField(integration, ({ type, label }) =>
      label === '' && type !== 'copy' ? NO_LABEL : undefined,
    ),
    ...visible(integration).flatMap(({ path, outputFields }) =>
      outputFields
        .filter(({ label, children }) => label === '' && children.length === 0)
        .map(({ key }) => ({ operation: path, field: key, message: NO_LABEL })),
    ),
  ],
};

const NO_LABEL = 'It has no label, so people read its key.';

const deleteWarning: Rule<Integration> = {
  id: 'delete-warning',
  title: 'An action that deletes for good warns of it',
  check: (integration) =>
    operationsOf(integration, 'creates')
      .filter(({ key, label }) => /^delete(?:_|$)/.test(key) || /^Delete\b/.test(label))
      .filter((operation) => !inputFieldsOf(operation).some(({ type }) => type === 'copy'))
      .map(({ path }) => ({
        operation: path,
        message: 'It deletes for good and has no field of type "copy" that says so.',
      })),
};

/** A finding for each input field of which `message` has something to say. */
function eachField(
  integration: Integration,
  message: (field: Field) => string | undefined,
): Finding[] {
  return visible(integration).flatMap((operation) => {
    const said = inputFieldsOf(operation).flatMap((field): Finding[] => {
      const text = message(field);
      return text === undefined
        ? []
        : [{ operation: operation.path, field: field.key, message: text }];
    });
    return said.filter(
      ({ field, message: text }, index) =>
        said.findIndex((one) => one.field === field && one.message === text) === index,
    );
  });
}

export const inputRules = [
  searchFields,
  helpText,
  staticFields,
  requiredFirst,
  noIdLabel,
  labels,
  deleteWarning,
];
