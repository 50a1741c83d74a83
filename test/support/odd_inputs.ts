import type { PlainInputField } from 'zapier-platform-core';

import { isFixed } from '../../lib/inputs/choices.ts';
import { hasFinder } from '../../lib/inputs/finders.ts';
import { type Kind, kindOf } from '../../lib/inputs/kinds.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { numberedId } from './ids.ts';
import {
  all,
  BLANK,
  ID,
  LARGE,
  LINES,
  LOST,
  MANY,
  NO_NUMBERS,
  NO_VALUE,
  NOTHING,
  NUMBERS,
  type OddInput,
  REFUSED,
  refused,
  VALUES,
} from './odd_values.ts';

/** What fields are given in place of a plain value, by what each asks for. */

/** The odd inputs for one value of a field. */
function valuesFor(field: PlainInputField): readonly OddInput[] {
  const longest = Number(field.meta?.['longest'] ?? Infinity);
  const min = Number(field.meta?.['min'] ?? -Infinity);
  return valuesOfKind(field).map(([input, meaning]): OddInput => {
    const isLong = typeof meaning === 'string' && meaning.length > longest;
    const isLow = typeof meaning === 'number' && meaning < min;
    return [input, isLong || isLow ? REFUSED : meaning];
  });
}

function valuesOfKind(field: PlainInputField): readonly OddInput[] {
  const kind = kindOf(field);
  if (kind === 'integer' || kind === 'count') return wholeNumbersFor(field);
  if (kind === 'choice') return choicesFor(field);
  if (kind === 'word') return [...choicesFor(field), ...VALUES.word];
  const named = hasFinder(field) ? (NAMED[String(field.resource)] ?? []) : [];
  const names = new Set(named.map(([input]) => input));
  return [...VALUES[kind].filter(([input]) => !names.has(input)), ...named];
}

/** The first price of the product in test/support/recorded_step.ts. */
const PRICE = numberedId('prc', 1);

/** What names the one record of each kind that test/support/recorded_step.ts has, and what does not. */
const NAMED: Readonly<Record<string, readonly OddInput[]>> = {
  contact: [
    ...all('con1ZbR4xVnL0shT7gK2', [
      'anna@example.com',
      ' ANNA@example.com\u200b',
      'Anna <anna@example.com>',
    ]),
    ...all('con1ZbR4xVnL0shT7gK2', [
      '+1 555 010 0123',
      '+15550100123',
      '(555) 010-0123',
      5550100123,
      '5550100123',
    ]),
    ['anna@x.example', 'con1ZbR4xVnL0shT7gK2'],
    ...refused(['Anna Example', 'Anna', 'anna@', 'call me', '12 34']),
  ],
  template: [...all(ID, ['Anna Example', ' anna  EXAMPLE\u200b'])],
  conversation: [
    ...all('cnv1ZbR4xVnL0shT7gK2', [
      'anna@example.com',
      '+1 555 010 0123',
      '5550100123',
      'anna@x.example',
    ]),
    ...refused(['Anna Example', 'Anna']),
  ],
  user: [
    ...all('usr1ZbR4xVnL0shT7gK2', ['Anna Example', 'anna  example', ' ANNA EXAMPLE\u200b']),
    ...refused(['Anna', 'anna@x.example', 'Anna Example Jr', 5550100123]),
  ],
  calendar: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  calendar_group: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  contact_field: [
    ...all('cf99ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  custom_field: [
    ...all('cf99ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  custom_field_file: [
    ...all('cf98ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  product: [...all(ID, ['Anna Example', 'anna  EXAMPLE\u200b']), ...refused(['Anna'])],
  coupon: [...all(ID, ['Anna Example', 'anna  EXAMPLE\u200b']), ...refused(['Anna'])],
  price: [...all(PRICE, ['Anna Example', 'anna  EXAMPLE\u200b']), ...refused(['Anna'])],
  workflow: [
    ...all('wfl1ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  campaign: [
    ...all('cmp1ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  subscription_type: [
    ...all('sub1ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  custom_object: [
    ...all('custom_objects.pet', ['Anna Example', 'anna example', 'Annas']),
    ...refused(['Anna']),
  ],
  association: [
    ...all('aso1ZbR4xVnL0shT7gK2', ['Anna Example – Guest', 'anna example-guest', 'pet_guest']),
    ...refused(['Anna']),
  ],
  object_record: [
    ...all('rec1ZbR4xVnL0shT7gK2', ['Anna Example', 'anna example']),
    ...refused(['Anna']),
  ],
  agent: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  media_file: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  media_folder: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  link: [...all(ID, ['Anna Example', 'anna example']), ...refused(['Anna'])],
  phone_number: [...all('+15550100100', ['Anna Example', 'anna example']), ...refused(['Anna'])],
};

function wholeNumbersFor({ meta }: PlainInputField): OddInput[] {
  const [min, max] = [Number(meta?.['min'] ?? 0), Number(meta?.['max'] ?? Infinity)];
  const isIn = (meaning: unknown) => Number(meaning) >= min && Number(meaning) <= max;
  return [
    ...[...NUMBERS, ...LARGE].map(([input, meaning]): OddInput => [
      input,
      isIn(meaning) ? meaning : REFUSED,
    ]),
    ...refused([-1, '-1', '-1,234', '1.5', 1.5, '9,99', '1.234', '.5']),
    ...NO_NUMBERS,
  ];
}

/** So many choices of a long list are tried. */
const MOST_CHOICES = 12;

/** Each choice by its value and its label, as people write them. */
function choicesFor(field: PlainInputField): OddInput[] {
  return [
    ...pairsOf(field)
      .slice(0, MOST_CHOICES)
      .flatMap(([value, label]) =>
        all(value, [
          value,
          label,
          label.toUpperCase(),
          label.toLowerCase(),
          ` ${label} `,
          `${label}\u200b`,
          `\ufeff${value}`,
        ]),
      ),
    ...refused([...NO_VALUE, 'none of these', 'Unread!', -1, 99999, 'A, B']),
  ];
}

/** The value and the label of each choice that a field lists. */
function pairsOf({ choices }: PlainInputField): [string, string][] {
  if (Array.isArray(choices)) {
    return choices.map((choice: unknown) => [String(choice), String(choice)]);
  }
  if (!isRecord(choices)) return [];
  const { perform } = choices;
  return isFixed(perform)
    ? perform.fixed().map(({ id, name }) => [id, name])
    : Object.entries(choices).map(([value, label]) => [value, String(label)]);
}

/**
 * The odd inputs for a field as a whole: lists, pairs and line items have some of their own.
 *
 * @param plain a plain value that the operation takes
 */
export function oddInputsFor(field: PlainInputField, plain: unknown): readonly OddInput[] {
  if (field.children) return lineItemsFor(field.children, toRecord(toList(plain)[0]));
  if (field.dict) return pairsFor(field);
  if (field.list) return listsFor(field);
  return [...NOTHING, ...LOST, ...(kindOf(field) === 'json' ? [] : MANY), ...valuesFor(field)];
}

function listsFor(field: PlainInputField): OddInput[] {
  const kind = kindOf(field);
  const separator = kind === 'choice' ? /[\n\r]/ : /[\s,;[\]]/;
  const isOne = (input: unknown) =>
    typeof input === 'number' ||
    typeof input === 'boolean' ||
    (typeof input === 'string' && !separator.test(input));
  const entries = valuesFor(field).filter(([input]) => isOne(input));
  return [
    ...NOTHING,
    [[], BLANK],
    [[null, '', ' '], BLANK],
    ...LOST,
    ...LOST.map(([input]): OddInput => [['', input], REFUSED]),
    ...refused([
      [{}],
      [{ a: 1 }],
      {},
      { a: 1 },
      [[['a']]],
      '[{"a":1}]',
      '[[1],[2]]',
      '["a", \'b\']',
      "['a', 'b']",
      Array.from({ length: 1_001 }, (_, index) => `entry${index}`),
    ]),
    ...entries.flatMap(([input, meaning]): OddInput[] => {
      const means = meaning === REFUSED ? REFUSED : [meaning];
      return [
        [[input], means],
        [input, means],
        [[[input]], means],
        [['', input, null], means],
      ];
    }),
    ...severalOf(kind),
  ];
}

/** Several values in ways in which they come. */
function severalOf(kind: Kind): OddInput[] {
  const [one, other, ...separators] = SEVERAL[kind] ?? [];
  if (one === undefined || other === undefined) return [];
  const both = [one, other];
  const ways: unknown[] = [
    both,
    [one, other, one],
    [[one], [other]],
    JSON.stringify(both),
    [JSON.stringify(both)],
    [JSON.stringify([one]), other],
    ...separators.flatMap((separator) => [both.join(separator), [both.join(separator)]]),
  ];
  return ways.map((input): OddInput => [input, both]);
}

/** Two values of a kind, and what may stand between them in one text. */
const SEVERAL: Partial<Record<Kind, readonly string[]>> = {
  tag: ['vip', 'new customer', ',', ' , ', '\n', '\r\n\r\n'],
  line: ['one', 'other', '\n', '\r\n'],
  id: [ID, ID.toLowerCase(), ',', ' ', '; ', '\n'],
  email: ['a@x.example', 'b@x.example', ',', '; ', '\n', ' ,\r\n'],
  url: ['https://x.example/a.jpg', 'https://x.example/b,c.jpg', ',', '\n', ' ; ', ' '],
  file: ['https://x.example/a.jpg', 'https://x.example/b,c.jpg', ',', '\n', ' ; ', ' '],
};

function pairsFor(field: PlainInputField): OddInput[] {
  const isCount = kindOf(field) === 'count';
  const [value, meaning] = isCount ? ['2', 2] : ['2', '2'];
  return [
    ...NOTHING,
    [{}, BLANK],
    [{ opened: '', clicked: null }, BLANK],
    [{ '': value }, BLANK],
    ...[
      { opened: value },
      { opened: 2 },
      { ' opened ': value },
      { opened: value, clicked: '' },
      '{"opened": 2}',
      '{"opened": "2"}',
    ].map((input): OddInput => [input, { opened: meaning }]),
    ...LOST,
    ...LOST.map(([input]): OddInput => [{ opened: input }, REFUSED]),
    ...refused([
      ...NO_VALUE,
      [],
      [1],
      ['a'],
      [{ a: 1 }],
      'a=b',
      '[1]',
      '{"a":',
      12,
      true,
      { opened: {} },
      { opened: { a: 1 } },
      { opened: ['1'] },
      { opened: [[1]] },
      ...(isCount
        ? ['often', '-1', '1.5', true, '1 2', '$1', 'x'.repeat(20_000)].map((bad) => ({
            opened: bad,
          }))
        : []),
    ]).filter(([input]) => !Array.isArray(input) || input.length > 0),
    ...(isCount
      ? []
      : LINES.filter(([input]) => typeof input !== 'object').map(([input, means]): OddInput => [
          { name: input },
          { name: means },
        ])),
  ];
}

/** @param line a line item that the operation takes */
function lineItemsFor(children: readonly PlainInputField[], line: RawRecord): OddInput[] {
  const first = children[0]?.key ?? '';
  return [
    ...NOTHING,
    [[], BLANK],
    [[{}], BLANK],
    [[{ [first]: ' ' }, null], BLANK],
    [[line], [line]],
    [line, [line]],
    [JSON.stringify([line]), [line]],
    [[line, {}, { [first]: '' }], [line]],
    [[{ ...line, nobodyDeclares: 'this' }], [line]],
    ...LOST,
    ...refused([...NO_VALUE, 12, true, ['a'], [1], [[line]], '["a"]', '[1]']),
    ...children.flatMap((child) =>
      valuesFor(child)
        .concat(LOST, MANY)
        .slice(0, 200)
        .map(([input, meaning]): OddInput => [
          [{ ...line, [child.key]: input }],
          meaning === REFUSED ? REFUSED : [{ ...line, [child.key]: meaning }],
        ]),
    ),
  ];
}

/** A plain value that a field takes. */
export function canonical(field: PlainInputField): unknown {
  return plainValuesOf(field)[0];
}

/** Plain values that a field takes. */
export function plainValuesOf(field: PlainInputField): unknown[] {
  if (field.children) return plainLinesOf(field.children);
  if (field.dict) return [{ opened: kindOf(field) === 'count' ? 2 : '2' }];
  const meanings = new Set(valuesFor(field).map(([, meaning]) => meaning));
  const plain = [...meanings].filter((meaning) => meaning !== REFUSED && meaning !== BLANK);
  return field.list ? plain.slice(0, 1).map((meaning) => [meaning]) : plain;
}

/** A line item with what it needs at least, and one with everything. */
function plainLinesOf(children: readonly PlainInputField[]): unknown[] {
  const needed = children.filter((child, index) => index === 0 || child.required);
  return [needed, children].map((some) => [
    Object.fromEntries(some.map((child) => [child.key, canonical(child)])),
  ]);
}
