import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';

/** Elements that only markup has: a text that says `<Anna>` or `a < b` has none of them. */
const MARKUP =
  /<\/(?:a|b|blockquote|body|center|code|div|em|font|h[1-6]|head|html|i|li|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|title|tr|u|ul)\s*>|<(?:br|hr|img)\b[^<>]{0,2000}>|<!doctype html/i;

const ENTITY = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Whether a text is HTML, and not one that merely has angle brackets in it. */
export function isHtml(text: string): boolean {
  return MARKUP.test(text);
}

/** A cell stands apart from the next one. */
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

/** A line of its own, without space around it. */
const line: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const BLOCKS =
  'p div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer form center';

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 200, maxInputLength: 2_000_000 },
  formatters: { cell, line },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['img', 'style', 'script', 'head', 'title'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    ...BLOCKS.split(' ').map((selector) => ({ selector, format: 'line' })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
  ],
};

type Convert = (html: string) => string;

/** What converts is made once, when first needed: making it takes longer than most emails do. */
function convertOnce(options: HtmlToTextOptions): Convert {
  let made: Convert | undefined;
  return (html) => (made ??= compile(options))(html);
}

const textOfMarkup = convertOnce(OPTIONS);
const textOfEntities = convertOnce({ wordwrap: false });

/**
 * The readable text of an email's HTML: no tags, no styles, a line for each paragraph. Text that is
 * no HTML comes back as it was, but for its outer white space and its entities.
 */
export function plainText(html: string): string {
  if (!isHtml(html)) return withoutEntities(html).trim();
  return textOfMarkup(html)
    .split('\n')
    .map((row) =>
      row
        .replaceAll('\u00a0', ' ')
        .trimEnd()
        .replaceAll(/(?<=\S) {2,}/g, ' '),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** A plain text whose entities are read; its angle brackets and lines are its own. */
function withoutEntities(text: string): string {
  if (!ENTITY.test(text)) return text;
  const lines = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').split('\n');
  return lines.map((row) => textOfEntities(row)).join('\n');
}
