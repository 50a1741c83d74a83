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
  // Characters that do not exist become the replacement character, as in a browser.
  ['<b>&unknown; &#0; &#x110000;</b>', '&unknown; \uFFFD \uFFFD'],
  ['Hello <Anna>, is a <b the same?', 'Hello <Anna>, is a <b the same?'],
  [
    'We&rsquo;re &mdash; caf&eacute; 5&euro;&hellip; &ldquo;q&rdquo;&trade; &#146;',
    'We’re — café 5€… “q”™ ’',
  ],
  ['<p>We&rsquo;re open</p>', 'We’re open'],
  [
    '<table><tr><td>Price</td><td>40</td></tr><tr><td>Tax</td><td>8</td></tr></table>',
    'Price 40\nTax 8',
  ],
  ['<a title="a > b" href="x">Link</a>', 'Link'],
  ['<pre>one\n  two</pre>', 'one\n  two'],
  ['<p>a</p><p></p><p></p><p>b</p>', 'a\n\nb'],
  ['<li>one</li><li>two</li>', 'one\ntwo'],
  ['', ''],
])('plainText(%j)', (html, expected) => {
  expect(plainText(html)).toBe(expected);
});

test.each([
  ['<', 100_000],
  ['<p>', 30_000],
  ['<b><', 25_000],
  ['&amp;', 20_000],
  ['<!--', 25_000],
  ['<table><tr><td>', 6_000],
])('reads %s repeated %i times without slowing down', (part, count) => {
  const started = process.cpuUsage();
  plainText(part.repeat(count));
  const once = process.cpuUsage(started).user;
  const again = process.cpuUsage();
  plainText(part.repeat(2 * count));
  // Linear is twice as much; quadratic would be four times. A small floor is below what can be measured.
  expect(process.cpuUsage(again).user).toBeLessThan(3.5 * Math.max(once, 50_000));
});
