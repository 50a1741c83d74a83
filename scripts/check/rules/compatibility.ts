import { isDeepStrictEqual } from 'node:util';

import type { Integration } from '../integration.ts';
import {
  releasedFrom,
  type Released,
  type ReleasedField,
  type ReleasedOperation,
} from '../released.ts';
import type { Finding, Rule } from '../rule.ts';

/** A version and the released one that it follows. */
export interface Change {
  before: Released;
  after: Released;
  integration: Integration;
}

export function changeFrom(before: Released, integration: Integration): Change {
  return { before, after: releasedFrom(integration), integration };
}

const AUTHENTICATION = 'authentication';

/**
 * What Zapier compares when a version is promoted. A new major version may break what was there:
 * people's Zaps stay on the old one.
 * https://docs.zapier.com/integrations/news/2026/version-promotion-guardrails
 */
function compatibilityRule(
  id: string,
  title: string,
  check: (change: Change) => Finding[],
): Rule<Change> {
  return {
    id,
    title,
    check: (change) =>
      major(change.after.version) > major(change.before.version)
        ? []
        : check(change).map(({ message, ...finding }) => ({
            ...finding,
            message: `${message} Zaps of version ${change.before.version} rely on it; keep it, or release a new major version.`,
          })),
  };
}

const steps = compatibilityRule('C001', 'No trigger, search or action is removed', (change) =>
  Object.keys(change.before.operations).flatMap((path): Finding[] => {
    if (change.after.operations[path]) return [];
    const isHidden = change.integration.operations.some((one) => one.path === path);
    return [{ operation: path, message: isHidden ? 'It is hidden now.' : 'It is gone.' }];
  }),
);

const inputs = compatibilityRule('C002', 'No input field is removed', (change) =>
  eachOperation(change, (path, before, after) =>
    goneKeys(before.inputFields, after.inputFields).map((key) => ({
      operation: path,
      field: key,
      message: `The input field "${key}" is gone.`,
    })),
  ),
);

const sampleKeys = compatibilityRule('C003', 'No sample key is removed', (change) =>
  eachOperation(change, (path, before, after) =>
    before.sampleKeys
      .filter((key) => !after.sampleKeys.includes(key))
      .map((key) => ({
        operation: path,
        field: key,
        message: `The key "${key}" is gone from the sample.`,
      })),
  ),
);

const authType = compatibilityRule(
  'auth-type',
  'Connections are made as before',
  ({ before, after }) =>
    before.authentication.type === after.authentication.type
      ? []
      : [
          {
            operation: AUTHENTICATION,
            message: `The connection changed from ${before.authentication.type} to ${after.authentication.type}.`,
          },
        ],
);

const authFields = compatibilityRule(
  'auth-fields',
  'Connections ask for what they asked before',
  ({ before, after }) => {
    const old = before.authentication.fields;
    const now = after.authentication.fields;
    const finding = (field: string, message: string): Finding => ({
      operation: AUTHENTICATION,
      field,
      message,
    });
    return [
      ...goneKeys(old, now).map((key) => finding(key, `The connection field "${key}" is gone.`)),
      ...newlyRequired(old, now).map((key) =>
        finding(key, `The connection field "${key}" is required now.`),
      ),
      ...changedTypes(old, now).map(([key, from, to]) =>
        finding(key, `The connection field "${key}" changed from ${from} to ${to}.`),
      ),
    ];
  },
);

const triggerType = compatibilityRule(
  'trigger-type',
  'A trigger stays polling or instant',
  (change) =>
    eachOperation(change, (path, before, after) =>
      before.type === after.type
        ? []
        : [
            {
              operation: path,
              message: `The trigger changed from ${before.type} to ${after.type}.`,
            },
          ],
    ),
);

const searchOrCreates = compatibilityRule(
  'search-or-create-removed',
  'No "find or create" search is removed',
  ({ before, after }) =>
    before.searchOrCreates
      .filter((key) => !after.searchOrCreates.includes(key))
      .map((key) => ({ operation: `searchOrCreates.${key}`, message: 'It is gone.' })),
);

const requiredInputs = compatibilityRule(
  'input-made-required',
  'No optional input becomes required',
  (change) =>
    eachOperation(change, (path, before, after) =>
      newlyRequired(before.inputFields, after.inputFields).map((key) => ({
        operation: path,
        field: key,
        message: `"${key}" must be filled now and has no default.`,
      })),
    ),
);

const inputTypes = compatibilityRule('input-type', 'Inputs keep their types', (change) =>
  eachOperation(change, (path, before, after) =>
    changedTypes(before.inputFields, after.inputFields).map(([key, from, to]) => ({
      operation: path,
      field: key,
      message: `"${key}" changed from ${from} to ${to}.`,
    })),
  ),
);

/** Zapier tells compatible changes of a schema from others; here each is worth a look. */
const jsonSchemas = compatibilityRule('json-schema', 'JSON inputs keep their schema', (change) =>
  eachOperation(change, (path, before, after) =>
    Object.entries(before.inputFields)
      .filter(([key, { schema }]) => {
        const now = after.inputFields[key];
        return schema !== undefined && now !== undefined && !isDeepStrictEqual(schema, now.schema);
      })
      .map(([key]) => ({
        operation: path,
        field: key,
        message: `The schema of "${key}" changed.`,
      })),
  ),
);

export const compatibilityRules = [
  steps,
  inputs,
  sampleKeys,
  authType,
  authFields,
  triggerType,
  searchOrCreates,
  requiredInputs,
  inputTypes,
  jsonSchemas,
];

/** Findings for each operation that is in both versions. */
function eachOperation(
  { before, after }: Change,
  find: (path: string, before: ReleasedOperation, after: ReleasedOperation) => Finding[],
): Finding[] {
  return Object.entries(before.operations).flatMap(([path, operation]) => {
    const now = after.operations[path];
    return now ? find(path, operation, now) : [];
  });
}

type Fields = Record<string, ReleasedField>;

function goneKeys(before: Fields, after: Fields): string[] {
  return Object.keys(before).filter((key) => after[key] === undefined);
}

/** A new field that must be filled breaks a Zap just as one that became so. */
function newlyRequired(before: Fields, after: Fields): string[] {
  return Object.entries(after)
    .filter(([key, { mustFill }]) => mustFill && before[key]?.mustFill !== true)
    .map(([key]) => key);
}

function changedTypes(before: Fields, after: Fields): [key: string, from: string, to: string][] {
  return Object.entries(before).flatMap(([key, { type }]): [string, string, string][] => {
    const now = after[key];
    return now && now.type !== type ? [[key, type, now.type]] : [];
  });
}

function major(version: string): number {
  return Number(version.split('.')[0]);
}
