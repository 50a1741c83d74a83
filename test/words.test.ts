import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { EACH_VISIBLE, type Operation } from './support/operations.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Spellings, each with the one that is used: in every text that people read. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\be-mails?\b/i, 'email'],
  [/\bcancell(ed|ing)\b/i, 'canceled, canceling'],
  [/\bweb address(es)?\b/i, 'URL'],
  [/\bcolour|\bfavour|\borganis|\brecognis|\bbehaviour/i, 'the American spelling'],
];

/** Words of a style that people have to read twice, each with a plain one. */
const STIFF: readonly (readonly [RegExp, string])[] = [
  [/\bleave (it|them) empty\b/i, 'Leave blank'],
  [/\bmay (stay|be left) empty\b/i, 'Optional.'],
  [/\bany more\b/i, 'no longer, or nothing'],
  [/\bat once\b/i, 'instantly, or together'],
  [/\bholds?\b/i, 'contains'],
  [/\bgives?\b/i, 'returns'],
  [/\bknows?\b/i, 'has, or accepts'],
  [/\bwhom\b/i, 'who, or the contact'],
  [/\bmakers?\b/i, "the integration's publisher"],
  [/\bvery (same|this)\b|\bthis very\b/i, 'same, or this'],
  [/\bin whose\b|\bwith which\b/i, 'a plain sentence'],
  [/\bso (long|many)\b/i, 'this long, this many'],
  [/\b(\w+\.?) \1(?!\w)/i, 'said once'],
];

/** What of the texts has a word that is not used. */
function strange(texts: readonly string[], words = [...SPELLINGS, ...STIFF]): string[] {
  return texts.flatMap((text) =>
    words.flatMap(([pattern, better]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`"${found}" would be ${better}: ${text}`];
    }),
  );
}

/** All that a person reads of an operation. */
function textsOf({ label, description, fields, outputFields }: Operation): string[] {
  const ofField = (field: RawRecord): string[] => [
    ...['label', 'helpText', 'placeholder'].flatMap((key) => toText(field[key]) ?? []),
    ...choicesOf(field['choices']),
    ...toList(field['children']).filter(isRecord).flatMap(ofField),
  ];
  const outputs = outputFields.flatMap((field) => toText(field['label']) ?? []);
  return [label, description, ...fields.flatMap(ofField), ...outputs];
}

function choicesOf(choices: unknown): string[] {
  if (Array.isArray(choices)) return choices.flatMap((one) => toText(toRecord(one)['label']) ?? []);
  return isRecord(choices) && !('perform' in choices)
    ? Object.values(choices).flatMap((one) => toText(one) ?? [])
    : [];
}

test.each(EACH_VISIBLE)('%s is said in the words of the product', (_path, operation) => {
  expect(strange(textsOf(operation))).toEqual([]);
});

/** The sentences of a text that it says more than once. */
function repeated(text: string): string[] {
  const sentences = text.split(/(?<=[.!?]) /).filter((sentence) => sentence.includes(' '));
  return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
}

test.each(EACH_VISIBLE)('no text of %s says a sentence twice', (_path, operation) => {
  expect(textsOf(operation).flatMap(repeated)).toEqual([]);
});

/** The texts in a source that are sentences: errors, mostly. */
function sentencesIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const literals = code.matchAll(
    /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g,
  );
  return [...literals]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => /^["A-Z$].* .*[.!?:]\s*$/s.test(text));
}

describe('Sentences', () => {
  const sources = ['lib', 'creates', 'searches', 'triggers', 'resources'].flatMap((folder) =>
    globSync(`${folder}/**/*.ts`, { cwd: ROOT }),
  );

  test.each([...sources, 'authentication.ts', 'middleware.ts'])('in %s', (path) => {
    expect(strange(sentencesIn(readFileSync(`${ROOT}${path}`, 'utf8')))).toEqual([]);
  });

  test.each(globSync(['README.md', 'docs/**/*.md'], { cwd: ROOT }))('in %s', (path) => {
    // HighLevel's own words stand in code.
    const text = readFileSync(`${ROOT}${path}`, 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    expect(strange(text.split('\n'), [...SPELLINGS])).toEqual([]);
  });
});
