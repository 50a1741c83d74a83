import { expect, test } from '@jest/globals';

import { plainText } from '../../resources/html.ts';

test.each([
  ['  Just a text.\n', 'Just a text.'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['One<br>two<br/>three', 'One\ntwo\nthree'],
  ['<p>One</p><p>two</p>', 'One\ntwo'],
  ['<div>One</div>\n\n<div>two</div>', 'One\ntwo'],
  ['<head><title>T</title></head><body>Text</body>', 'Text'],
  ['<script>alert("<p>no</p>")</script>Text', 'Text'],
  ['a <!-- hidden <b>note</b> --> b', 'a b'],
  ['&lt;b&gt; &amp;amp; &#39;q&#x27; &nbsp;<i>end</i>', "<b> &amp; 'q' end"],
  ['<b>&unknown; &#0; &#x110000;</b>', '&unknown; &#0; &#x110000;'],
  ['<p>a</p><p></p><p></p><p>b</p>', 'a\n\nb'],
  ['<li>one</li><li>two</li>', 'one\ntwo'],
  ['', ''],
])('plainText(%j)', (html, expected) => {
  expect(plainText(html)).toBe(expected);
});
