import type { Kind } from '../../lib/inputs/kinds.ts';

/**
 * What people type, paste and map, and earlier steps hand over, with what each means for a value of
 * each kind. The tables are written by hand and know nothing of how inputs are read.
 */

/** A value that cannot be read. */
export const REFUSED = Symbol('refused');
/** A value that says as much as an empty field. */
export const BLANK = Symbol('blank');

/** What was handed over, and the plain value that it means. */
export type OddInput = readonly [input: unknown, meaning: unknown];

/** Values that all mean the same. */
export const all = (meaning: unknown, inputs: readonly unknown[]): OddInput[] =>
  inputs.map((input) => [input, meaning]);

/** Texts that mean what they are. */
const asTheyAre = (texts: readonly string[]): OddInput[] => texts.map((text) => [text, text]);

export const refused = (inputs: readonly unknown[]): OddInput[] => all(REFUSED, inputs);

export const NOTHING: readonly OddInput[] = [
  [null, BLANK],
  [undefined, BLANK],
  ['', BLANK],
  ['   ', BLANK],
  ['\n\r\n\t', BLANK],
  ['\u00a0\u2003', BLANK],
  ['\u200b', BLANK],
  ['\ufeff\u2060\u200e', BLANK],
];

/** What programs write where they had no value. */
export const LOST = refused([
  'undefined',
  ' undefined ',
  'null',
  'NaN',
  '[object Object]',
  '[object Object],[object Object]',
  '[object Undefined]',
  'undefined undefined',
  'null, null',
]);

/** What is no single value. */
export const MANY: readonly OddInput[] = [
  [{}, REFUSED],
  [{ a: 1 }, REFUSED],
  [{ id: 'x', name: 'y' }, REFUSED],
  [[], REFUSED],
  [['a', 'b'], REFUSED],
  [[['a'], ['b']], REFUSED],
  [[{}], REFUSED],
  [[null], REFUSED],
];

/** Text that no kind but text takes. */
export const NO_VALUE = [
  'x y z',
  '..',
  '.',
  '../..',
  '%2e%2e/',
  '/',
  'a\0b',
  'half \ud83d',
  '<b>bold</b>',
  '{{contact.name}}',
  '${name}',
  "'; DROP TABLE contacts; --",
  'a@x.example\r\nBcc: e@x.example',
  'TypeError: x is not a function',
  '{"a": 1',
  '!'.repeat(20_000),
  'ü'.repeat(2_000),
];

/** Texts as they are sent, and texts that only look odd. */
const TEXTS: readonly OddInput[] = [
  ...asTheyAre([
    'Anna Example',
    'Zoë',
    '李小龍',
    'O’Brien',
    '😀',
    '👩‍👩‍👧',
    '❤️',
    '<b>bold</b>',
    'a & b',
    '{{contact.name}}',
    '${name}',
    "'; DROP TABLE contacts; --",
    '../..',
    '..',
    '%2e',
    '{"a":1}',
    'Null',
    'Undefined Ltd',
    'None',
    'not null',
    '0',
    '-1',
    '1,234',
    '2027-03-05',
    'a@x.example',
    'http://x.example',
    'yes',
    'true',
    'false',
    '[vip]',
    'a, b; c',
    '"quoted"',
    'x'.repeat(90),
  ]),
  [true, 'true'],
  [false, 'false'],
  [0, '0'],
  [12345, '12345'],
  [15550100123, '15550100123'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  ['a\0b', 'ab'],
  ['half \ud83d one', 'half  one'],
  ['a\u0007b', 'ab'],
];

/** Texts of one line, whose ends say nothing. */
export const LINES: readonly OddInput[] = [
  ...TEXTS,
  ['  Anna ', 'Anna'],
  ['Anna\n', 'Anna'],
  ['\u200bAnna\u200e', 'Anna'],
  ['\ufeffAnna\u00a0', 'Anna'],
  ['\u202aAnna\u202c', 'Anna'],
  ['x'.repeat(20_000), 'x'.repeat(20_000)],
];

export const NUMBERS: readonly OddInput[] = [
  [3, 3],
  ['3', 3],
  [' 3 ', 3],
  ['+3', 3],
  ['3\u200b', 3],
  ['\u20683\u2069', 3],
  ['3.0', 3],
  ['3,0', 3],
  [0, 0],
  ['0', 0],
  ['0,0', 0],
  ['12', 12],
  ['1e2', 100],
];

/** Numbers that are out of the range of some fields. */
export const LARGE: readonly OddInput[] = [
  ['1,234', 1234],
  ['1,234.00', 1234],
  ['1.234,00', 1234],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['1\u202f234,00', 1234],
  ["1'234", 1234],
  ['12,34,567', 1_234_567],
  ['1.234.567', 1_234_567],
];

const DECIMALS: readonly OddInput[] = [
  ['9,99', 9.99],
  ['12,5', 12.5],
  ['1.234,56', 1234.56],
  ['1 234,56', 1234.56],
  ['1\u2009234,56', 1234.56],
  ['1,234.50', 1234.5],
  ['-9,99', -9.99],
  ['\u22129.99', -9.99],
  ['.5', 0.5],
  ['1.234', 1.234],
];

export const NO_NUMBERS = refused([
  ...NO_VALUE,
  'two',
  '$12',
  '12 €',
  'USD 5',
  '5%',
  '1,23.45',
  '1,234,5',
  '1 2',
  '12.5.2026',
  '--1',
  '0x10',
  '١٢',
  'Infinity',
  '-Infinity',
  '(5)',
  '12345678901234567890',
  '9'.repeat(400),
  true,
  false,
  '1/2',
]);

/** What only an amount may be written as. */
const AMOUNTS: readonly OddInput[] = [
  ['$12', 12],
  ['12 €', 12],
  ['USD 5', 5],
  ['-$1,234.50', -1234.5],
];

const BOOLEANS: readonly OddInput[] = [
  ...all(true, [
    true,
    'true',
    'True',
    'TRUE',
    'yes',
    'Yes',
    ' YES ',
    'y',
    'Y',
    't',
    '1',
    1,
    'on',
    'yes\u200b',
  ]),
  ...all(false, [
    false,
    'false',
    'False',
    'FALSE',
    'no',
    'No',
    ' NO ',
    'n',
    'N',
    'f',
    '0',
    0,
    'off',
    '\ufeffno',
  ]),
  ...refused([...NO_VALUE, 'perhaps', 'yes and no', 2, -1, 0.5, '00', 'yess', 'ja', '2027-03-05']),
];

const MOMENT = '2090-03-05T14:00:00.000Z';

const DATES = all(MOMENT, [
  '2090-03-05T14:00:00Z',
  '2090-03-05T14:00:00.000Z',
  '2090-03-05T15:00:00+01:00',
  '2090-03-05T09:00:00-0500',
  '2090-03-05 14:00 UTC',
  '2090-03-05 06:00 PST',
  'Sun, 05 Mar 2090 14:00:00 GMT',
  'Sun Mar 05 2090 15:00:00 GMT+0100 (CET)',
  '2090-03-05T15:00+01:00[Europe/Berlin]',
  '20900305T140000Z',
  // The Zap is in New York.
  '2090-03-05T09:00:00',
  '2090-03-05 09:00',
  ' 2090-03-05\u00a009:00 ',
  '3/5/2090 9:00 AM',
  '3/5/2090, 9am',
  '5.3.2090 09:00',
  '2090/03/05 09:00',
  'March 5, 2090 9:00 am',
  '5 March 2090 09:00',
  'Sunday, March 5th, 2090 at 9:00 a.m.',
  '\u200b2090-03-05 09:00',
  3_792_405_600,
  '3792405600',
  3_792_405_600_000,
  '3792405600000',
]);

/** For what ends after it began. */
const LATER: OddInput = ['2090-03-06T14:00:00Z', '2090-03-06T14:00:00.000Z'];

const NO_DATES = refused([
  ...NO_VALUE,
  true,
  false,
  0,
  2090,
  '2090',
  '20900305',
  45000.5,
  '2090-02-30',
  '2089-02-29 09:00',
  '2090-13-01',
  '31.4.2090',
  '2/30/2090',
  '2090-03-05 25:00',
  '2090-03-05 09:60',
  '2090-03-05T09:00:00+25:00',
  '05-06-2090',
  '3/5/90',
  '2090-03-05 09:00 IST',
  '2090-03-05 9',
  'Mon, 05 Mar 2090 14:00:00 GMT',
  'tomorrow',
  'next Friday at noon',
  '10:00',
  '2090-03-05\r\n09:00',
]);

const DAYS: readonly OddInput[] = [
  ...DATES.filter(([input]) => typeof input === 'string' && /\D/.test(input)).map(
    ([input]): OddInput => [input, '2090-03-05'],
  ),
  ['2090-03-05', '2090-03-05'],
  ['2090-03-05T23:30:00-08:00', '2090-03-05'],
  ['2090-03-05T00:00:00+09:00', '2090-03-05'],
  ['5.3.2090', '2090-03-05'],
  ['3/5/2090', '2090-03-05'],
];

/** An ID as HighLevel makes them. */
export const ID = 'hT7gK2mWq9ZbR4xVnL0s';

/** Names, numbers of articles and words, which have no blank and so might be taken for an ID. */
const NO_IDS = [
  'Dana2',
  'dana_reyes2',
  'order17',
  'ORDER-2026-0012345-A',
  'SKU12345',
  'TSHIRT0012345678901234',
  '617a',
  'a1',
  '1a',
  'con1',
  'x9'.repeat(9),
  'new',
  'sales-team-2',
  'team.2026',
  'vip~2',
  'ab:12',
  'Unit4B',
  'O2',
  'ChristopherAlexander',
  'CHRISTOPHERALEXANDER',
  'christopheralexander',
  'christopherrobin1985',
  'ChristopherRobin1985',
  'internationalization',
  '12345678901234567890',
  '123456789012345678901234',
  '12345678-1234-1234',
  '2026-11-28T10-00-00Z',
  'ä'.repeat(20),
  'hT7gK2mWq9ZbR4xVnL0',
  `${ID}-1`,
  `${ID}_1`,
  `${ID}.pdf`,
];

const IDS: readonly OddInput[] = [
  ...all(ID, [
    ID,
    ` ${ID} `,
    `${ID}\n`,
    `\u200b${ID}`,
    `${ID}\ufeff`,
    `\u2068${ID}\u2069`,
    `\u202a${ID}`,
  ]),
  ['0b1c2d3e-0000-4000-8000-000000000001', '0b1c2d3e-0000-4000-8000-000000000001'],
  ['64f0c9e2a1b2c3d4e5f60718', '64f0c9e2a1b2c3d4e5f60718'],
  // One time of a repeating appointment.
  [`${ID}_1729821600000_1800`, `${ID}_1729821600000_1800`],
  ['HGPcayliwcdoUFzvbTok', 'HGPcayliwcdoUFzvbTok'],
  ...refused([
    'Anna Example',
    'anna@x.example',
    ...NO_IDS,
    '.',
    '..',
    '...',
    '\u200b..',
    '. .',
    'a\0b',
    'half\ud83d',
    '\udc00',
    'a b',
    'a\tb',
    'a\r\nHost: x',
    'x'.repeat(129),
    'x'.repeat(20_000),
    '{"id": "x"}',
    '["a", "b"]',
    'Anna',
    'Dana',
    'Zoë1',
    'anna.example',
    'a/b1',
    'contact-one',
    'https://x.example/contacts/detail/hT7gK2mWq9ZbR4xVnL0s',
    'a, b',
    'a\u2028b',
    'x\u0007',
    'id with \u200b space',
    '\u{1f600} \u{1f600}',
    'First Last <x>',
    'https://x.example/contact 1',
    'con1ZbR4xVnL0shT7gK2 or con2ZbR4xVnL0shT7gK2',
    // HighLevel finds nothing by a number, and a filter would match nothing without a word.
    617,
    '617',
    12345,
    '12345',
    '\u200b12345 ',
    '12.50',
    '1.5e3',
    '10:30',
    '10-12',
    '2027-03-05',
    '2027-03-05T09:00:00Z',
  ]),
];

const ADDRESS = 'anna@x.example';

const EMAILS: readonly OddInput[] = [
  ...all(ADDRESS, [
    ADDRESS,
    'ANNA@X.example',
    ` ${ADDRESS} `,
    `${ADDRESS}\n`,
    `<${ADDRESS}>`,
    `mailto:${ADDRESS}`,
    `MAILTO:${ADDRESS}`,
    `\u200b${ADDRESS}`,
    'anna\u200b@x.example',
    `\u2068${ADDRESS}\u2069`,
    `${ADDRESS}\u00a0`,
  ]),
  ["o'brien+news@mail.x.example", "o'brien+news@mail.x.example"],
];

const NAMED_EMAILS = all(ADDRESS, [
  `Anna Example <${ADDRESS}>`,
  `"Example, Anna" <${ADDRESS}>`,
  `Example, Anna <mailto:${ADDRESS}>`,
]);

const SENDERS: readonly OddInput[] = [
  [`Anna Example <${ADDRESS}>`, `Anna Example <${ADDRESS}>`],
  [`  Anna Example  <ANNA@x.example> `, `Anna Example <${ADDRESS}>`],
  [`"Anna Example" <${ADDRESS}>`, `Anna Example <${ADDRESS}>`],
  [`Anna\u200b <${ADDRESS}>`, `Anna <${ADDRESS}>`],
];

const NO_EMAILS = refused([
  ...NO_VALUE,
  'Sam',
  'Sam <sam>',
  'a@b',
  '@x.example',
  'a@',
  'a@b@x.example',
  'a..b@x.example',
  '.a@x.example',
  'a@-x.example',
  'a@x..example',
  'a b@x.example',
  'Sam\r\nBcc: e@x.example <a@x.example>',
  `${ADDRESS}, b@x.example`,
  `${ADDRESS}; b@x.example`,
  `${ADDRESS} b@x.example`,
  `["${ADDRESS}"]`,
  true,
  12345,
  '@'.repeat(60_000),
]);

const NUMBER = '+15550100123';

const PHONES: readonly OddInput[] = [
  ...all(NUMBER, [
    NUMBER,
    '+1 (555) 010-0123',
    '+1 555.010.0123',
    '001 555 010 0123',
    '+1\u00a0555\u00a0010\u00a00123',
    '+1 555\u2011010\u20130123',
    'tel:+1-555-010-0123',
    'TEL:+15550100123',
    'whatsapp:+15550100123',
    '\u202a+1 555 010 0123\u202c',
    '+1\u200b5550100123\ufeff',
    ` ${NUMBER}\n`,
  ]),
  ['+44 (0)20 7946 0000', '+442079460000'],
];

/** The sub-account is in the United States. */
const NATIONAL = all(NUMBER, [
  '(555) 010-0123',
  '555-010-0123',
  '1-555-010-0123',
  '555 010 0123',
  15550100123,
  5550100123,
]);

const NO_PHONES = refused([
  ...NO_VALUE,
  '617',
  '12345',
  617,
  '+1',
  '+',
  'call me',
  '+1 555 CALL',
  '++15550100123',
  '+1234567890123456',
  '555 010 0123 x5',
  '1.55501E+10',
  true,
  ADDRESS,
  `${NUMBER}, ${NUMBER}`,
  '2027-03-05 09:00',
]);

const LINK = 'https://x.example/a.pdf';

const URLS: readonly OddInput[] = [
  ...[LINK, ` ${LINK} `, `${LINK}\n`, `\u200b${LINK}`, `${LINK}\ufeff`, `\u2068${LINK}\u2069`].map(
    (input): OddInput => [input, LINK],
  ),
  ['https://x.example/our prices.pdf', 'https://x.example/our%20prices.pdf'],
  ['https://x.example/ä.pdf', 'https://x.example/%C3%A4.pdf'],
  ['https://x.example/a.pdf?x=1,2&y=[3]', 'https://x.example/a.pdf?x=1,2&y=[3]'],
  ['http://x.example/a.pdf', 'http://x.example/a.pdf'],
];

const NO_URLS = refused([
  ...NO_VALUE,
  'www.x.example/a.pdf',
  'x.example/a.pdf',
  'a.pdf',
  '/a.pdf',
  '//x.example/a.pdf',
  'ftp://x.example/a.pdf',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://',
  'https:',
  'https:x.example',
  'https://x.example/a\r\nb',
  'https://x.example/\0',
  'http://[::1/a.pdf',
  ADDRESS,
  true,
  12345,
]);

/** The odd values of each kind that is the same for every field. */
export const VALUES: Readonly<
  Record<Exclude<Kind, 'integer' | 'count' | 'choice'>, readonly OddInput[]>
> = {
  text: [...TEXTS, ...asTheyAre(['  two\n lines ', 'x'.repeat(100_000)])],
  line: LINES,
  tag: LINES,
  option: LINES,
  header: [...LINES, ['Hi\r\nBcc: e@x.example', 'Hi  Bcc: e@x.example']],
  number: [...NUMBERS, ...LARGE, ...DECIMALS, ...NO_NUMBERS],
  amount: [
    ...[...NUMBERS, ...LARGE, ...DECIMALS, ...AMOUNTS],
    ...NO_NUMBERS.filter(([input]) => !AMOUNTS.some(([amount]) => amount === input)),
  ],
  boolean: BOOLEANS,
  datetime: [...DATES, LATER, ...NO_DATES],
  day: [...DAYS, ...NO_DATES],
  id: IDS,
  assignee: [...IDS, ...all('unassigned', ['unassigned', 'Unassigned', ' UNASSIGNED\u200b'])],
  email: [...EMAILS, ...NAMED_EMAILS, ...NO_EMAILS],
  sender: [...EMAILS, ...SENDERS, ...NO_EMAILS],
  phone: [...PHONES, ...NATIONAL, ...NO_PHONES],
  phone_ending: [
    ...PHONES,
    ...all('5550100123', ['(555) 010-0123', 5550100123]),
    ['010-0123', '100123'],
    ...NO_PHONES,
  ],
  url: [...URLS, ...NO_URLS],
  file: [...URLS, ...NO_URLS],
  country: [
    ...['US', 'us', ' US ', 'United States', 'united states', 'USA', 'U.S.', 'US\u200b'].map(
      (input): OddInput => [input, 'US'],
    ),
    ...all('GB', ['GB', 'UK', 'United Kingdom', 'england']),
    ['Germany', 'DE'],
    ...refused([...NO_VALUE, 'XX', 'ZZ', 'Atlantis', 'EU', 'Europe', 1, true, 'U', 'US, GB']),
  ],
  timezone: [
    ...['America/New_York', 'america/new_york', 'America/New York', ' America/New_York\u200b'].map(
      (input): OddInput => [input, 'America/New_York'],
    ),
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ...refused([
      ...NO_VALUE,
      'Mars/Olympus',
      '+02:00',
      '-5',
      'New York',
      5,
      true,
      'EST5EDT4,M3',
      'Eastern',
      'GMT+25',
      '12:00',
      'America',
      'z'.repeat(200),
    ]),
  ],
  language: [
    ['de', 'de'],
    ['DE', 'de'],
    ['German', 'de'],
    [' german\u200b', 'de'],
    ['pt_br', 'pt-BR'],
    ...refused([
      ...NO_VALUE,
      'English please',
      'e',
      'en-',
      1,
      true,
      'en,de',
      'en de',
      'english1',
      '-en',
      'en-US-x-y',
      'x'.repeat(200),
      'e n',
      '12',
      'en/',
    ]),
  ],
  color: [
    ...all('#FFAA00', ['#FFAA00', 'FFAA00', ' #FFAA00 ', '#FFAA00\u200b']),
    ['#fa0', '#fa0'],
    ...refused([
      ...NO_VALUE,
      'reddish',
      '#FFAA',
      '#GGGGGG',
      '#FFAA000',
      true,
      false,
      12,
      'rgb(1,2,3)',
      '#',
      '##FFAA00',
      '#FF AA 00',
      'FFAA00FF',
      '0xFFAA00',
      '-FFAA00',
    ]),
  ],
  json: [
    ['{"a": 1}', '{"a": 1}'],
    [{ a: 1 }, '{"a":1}'],
    [[1, 'b'], '[1,"b"]'],
    [{ a: { b: [null, true] } }, '{"a":{"b":[null,true]}}'],
    ['{"n": 12345678901234567890}', '{"n": 12345678901234567890}'],
    ['"text"', '"text"'],
    [12, '12'],
    [true, 'true'],
    ...refused([
      ...NO_VALUE,
      '{a: 1}',
      "{'a': 1}",
      '{"a": 1,}',
      '{"a": 1',
      '{"a": 1}}',
      '[1,',
      '{"a": "line\nbreak"}',
      'a=1&b=2',
      '{',
      '[',
      '{]',
      '[1 2]',
      '{"a" 1}',
      '{"a": 01}',
      '{"a": .5}',
      '// a comment',
      '<xml/>',
      '{"a": True}',
      '{'.repeat(100_000),
    ]),
  ],
};
