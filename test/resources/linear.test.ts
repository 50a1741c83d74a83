import { expect, test } from '@jest/globals';

import { jsonIn } from '../../lib/http/json.ts';
import { channelOf, conversationTypeOf } from '../../resources/channels.ts';
import { isHtml, plainText } from '../../resources/html.ts';
import { toDay, toIsoDate, toNumber } from '../../resources/values.ts';

const LENGTH = 100_000;

/** What makes readers go back and look again: signs that open something and never close it. */
const PIECES = [
  '<',
  '>',
  '<a',
  '<br ',
  '</p',
  '</p ',
  '<div>',
  '<p>',
  '</div>',
  '&',
  '&#',
  '&amp;',
  '<!--',
  '"',
  '<a href="',
  '<td>x',
  '<b>x</b>',
  '<![CDATA[',
  '<script>',
  '<pre>',
  '<li>',
  '<table><tr>',
  '\n',
  'a\n',
  ' ',
  '\u00a0',
  '{',
  '[',
  '1',
  '1.',
  '0',
  '-',
  ':',
  'T',
  'TYPE_',
  '_',
  'e1ZbR4xVnL0shT7gK2mW',
];

/** Everything that reads a text which HighLevel gives. */
const READERS: Record<string, (text: string) => unknown> = {
  plainText,
  isHtml,
  channelOf,
  conversationTypeOf,
  toIsoDate,
  toDay,
  toNumber,
  jsonIn,
  'jsonIn, in a list': (text) => jsonIn(`[${text}]`),
};

// Were one of them not linear, it would take minutes for so many characters.
test.each(Object.entries(READERS))('%s reads 100,000 characters of any kind', (_name, read) => {
  const texts = PIECES.flatMap((piece) => {
    const long = piece.repeat(Math.ceil(LENGTH / piece.length));
    return [long, `a${long}</p>`];
  });
  for (const text of texts) expect(() => read(text)).not.toThrow();
});
