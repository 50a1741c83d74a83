import { isRecord, toText } from '../../../resources/values.ts';
import { inputFieldsOf, readFields, type Integration } from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';
import { readMarkdown } from '../text.ts';

/** A text that a person reads, and where it stands. */
interface Place {
  operation: string;
  field?: string;
  text: string;
}

/** Descriptions and help texts. */
function textsOf({ operations, searchOrCreates, authentication }: Integration): Place[] {
  return [
    ...readFields(authentication['fields']).map(({ key, helpText }) => ({
      operation: 'authentication',
      field: key,
      text: helpText,
    })),
    ...[...operations, ...searchOrCreates].map(({ path, description }) => ({
      operation: path,
      text: description,
    })),
    ...operations.flatMap((operation) =>
      inputFieldsOf(operation).map(({ key, helpText }) => ({
        operation: operation.path,
        field: key,
        text: helpText,
      })),
    ),
  ];
}

/** Addresses that the definition calls as they stand; those that functions build are not in it. */
function requestsOf({ operations, authentication }: Integration): Place[] {
  return [
    ...addressesIn(authentication).map((text) => ({ operation: 'authentication', text })),
    ...operations.flatMap(({ path, raw }) => {
      const { sample: _sample, inputFields: _in, outputFields: _out, ...methods } = raw;
      return addressesIn(methods).map((text) => ({ operation: path, text }));
    }),
  ];
}

function addressesIn(node: unknown, key = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((entry: unknown) => addressesIn(entry, key));
  if (isRecord(node))
    return Object.entries(node).flatMap(([name, value]) => addressesIn(value, name));
  const text = toText(node) ?? '';
  return /url$/i.test(key) && !text.startsWith('$func$') && text !== '' ? [text] : [];
}

function linksOf(integration: Integration): Place[] {
  return textsOf(integration).flatMap((place) =>
    readMarkdown(place.text).targets.map((text) => ({ ...place, text })),
  );
}

/** A rule about single texts: a message for each that breaks it. */
function textRule(
  id: string,
  title: string,
  places: (integration: Integration) => Place[],
  message: (text: string) => string | undefined,
): Rule<Integration> {
  return {
    id,
    title,
    check: (integration) =>
      places(integration).flatMap(({ text, ...place }): Finding[] => {
        const said = message(text);
        return said === undefined ? [] : [{ ...place, message: said }];
      }),
  };
}

const https = textRule(
  'D007',
  'URLs start with https',
  (integration) => [...requestsOf(integration), ...linksOf(integration)],
  (address) => (/^http:/i.test(address) ? `${address} is not https.` : undefined),
);

const BARE_ADDRESS = /\b(?:https?:\/\/|www\.)\S+/i;
const BROKEN_LINK = /\]\s*\(|\[[^\]]*\(https?:/i;
const TARGET = /^(?:https?:\/\/|mailto:)/i;

const markdown = textRule('D008', 'Links are valid Markdown', textsOf, (text) => {
  const { targets, rest } = readMarkdown(text);
  const strange = targets.find((target) => !TARGET.test(target));
  if (strange !== undefined) return `The link leads to "${strange}", which is not a URL.`;
  if (BROKEN_LINK.test(rest)) return `A link is not written as [text](address): "${text}"`;
  const bare = BARE_ADDRESS.exec(rest)?.[0];
  return bare === undefined ? undefined : `${bare} is neither a link nor in backticks.`;
});

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const PRIVATE_HOST =
  /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[|.*\.(?:local|internal|localhost)$)/i;

const dangerous = textRule(
  'D025',
  'URLs are not dangerous',
  (integration) => [...requestsOf(integration), ...linksOf(integration)],
  (address) => {
    const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
    if (scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme)) {
      return `${address} uses the scheme "${scheme}".`;
    }
    const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1];
    if (authority === undefined) return undefined;
    if (authority.includes('@')) return `${address} carries credentials.`;
    if (/^\{\{[^}]*inputData[^}]*\}\}$/.test(authority)) {
      return `${address} goes to whatever host a person types.`;
    }
    return PRIVATE_HOST.test(authority) ? `${address} leads to a private network.` : undefined;
  },
);

export const linkRules = [https, markdown, dangerous];
