import { toText } from '../../../resources/values.ts';
import { isFunction, readFields, type Field, type Integration } from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';
import { readMarkdown, sameWords, wordsOfKey } from '../text.ts';
import { APP_NAMES } from '../vocabulary.ts';

const OPERATION = 'authentication';

/** Parts of a key that name something secret. */
const SECRETS = [
  ['password'],
  ['passwd'],
  ['passphrase'],
  ['secret'],
  ['token'],
  ['credential'],
  ['credentials'],
  ['apikey'],
  ['api', 'key'],
  ['access', 'key'],
  ['private', 'key'],
  ['client', 'key'],
];

/** Whether a key names a secret: `apiKey`, `client_secret`, but not `keyword` or `tokenCount`. */
function isSecretKey(key: string): boolean {
  const words = wordsOfKey(key);
  return SECRETS.some((secret) => words.slice(-secret.length).join(' ') === secret.join(' '));
}

function authFields({ authentication }: Integration): Field[] {
  return readFields(authentication['fields']);
}

/** Fields that a person fills in: not what the sign-in computes. */
function askedFor(integration: Integration): Field[] {
  return authFields(integration).filter(({ raw }) => raw['computed'] !== true);
}

const noSecretInputs: Rule<Integration> = {
  id: 'D001',
  title: 'Secrets are asked for in the connection, never in a step',
  check: ({ operations }) =>
    operations.flatMap((operation) =>
      operation.forms
        .flatMap(({ fields }) => fields.flatMap((field) => [field, ...field.children]))
        .concat(operation.staticFields)
        .filter(({ key, type }) => isSecretKey(key) || type === 'password')
        .map(({ key }) => key)
        .filter(isFirst)
        .map((key) => ({
          operation: operation.path,
          field: key,
          message: `The input "${key}" asks for a secret. Zapier protects secrets in the connection only.`,
        })),
    ),
};

const authHelp: Rule<Integration> = {
  id: 'D002',
  title: 'The help of a connection field links to where its value is found',
  check: (integration) =>
    askedFor(integration)
      .filter(({ helpText }) => readMarkdown(helpText).targets.length === 0)
      .map(({ key, label }) => ({
        operation: OPERATION,
        field: key,
        message: `The help of "${label || key}" has no link to the page where a person finds it.`,
      })),
};

const connectionLabel: Rule<Integration> = {
  id: 'D003',
  title: 'The connection label tells accounts apart and shows no secret',
  check: ({ authentication }) => {
    const label = toText(authentication['connectionLabel']) ?? '';
    if (Object.keys(authentication).length === 0 || isFunction(label)) return [];
    const finding = (message: string): Finding[] => [{ operation: OPERATION, message }];
    const values = [...label.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map(([, name]) => name ?? '');
    if (label === '') return finding('There is no connection label.');
    if (APP_NAMES.some((name) => sameWords(name, label))) {
      return finding(`The connection label is the app's name, "${label}".`);
    }
    if (values.length === 0) {
      return finding(`The connection label "${label}" is the same for every account.`);
    }
    const secret = values.find((name) => isSecretKey(name.split('.').at(-1) ?? ''));
    return secret === undefined
      ? []
      : finding(`The connection label shows a secret, "{{${secret}}}".`);
  },
};

/** Keys whose value becomes the host of an address. */
const DOMAIN_WORDS = ['domain', 'subdomain', 'host', 'hostname', 'site', 'shop'];

const domainFields: Rule<Integration> = {
  id: 'D026',
  title: 'A field for a domain says in its input format what may be typed',
  check: (integration) =>
    askedFor(integration)
      .filter(({ key }) => DOMAIN_WORDS.includes(wordsOfKey(key).at(-1) ?? ''))
      .filter(({ raw }) => !toText(raw['inputFormat'])?.includes('{{input}}'))
      .map(({ key }) => ({
        operation: OPERATION,
        field: key,
        message: `"${key}" becomes part of an address, so it needs an inputFormat such as \`https://{{input}}.example.com\`.`,
      })),
};

function isFirst<Value>(value: Value, index: number, list: Value[]): boolean {
  return list.indexOf(value) === index;
}

export const connectionRules = [noSecretInputs, authHelp, connectionLabel, domainFields];
