import { stripVTControlCharacters } from 'node:util';

/** The colors of a terminal's text, by the codes that picocolors prints. */
const STYLES: Readonly<Record<string, string>> = {
  1: 'font-weight:600;fill:#f0f3f6',
  2: 'fill:#8b949e',
  31: 'fill:#ff7b72',
  32: 'fill:#56d364',
  36: 'fill:#79c0ff',
};

const ESCAPE = String.fromCharCode(27);
const CODE = new RegExp(String.raw`${ESCAPE}\[(\d+)m`, 'u');
const LINE_HEIGHT = 19;
const CHARACTER_WIDTH = 7.85;
const LEFT = 20;
const TOP = 62;

/**
 * A picture of a terminal, as SVG that needs no font or file of its own.
 *
 * @param command what was typed
 * @param output what came, with color codes
 */
export function terminalPicture(command: string, output: string): string {
  const lines = [`$ ${command}`, ...output.trimEnd().split('\n')];
  const longest = Math.max(...lines.map((line) => stripVTControlCharacters(line).length));
  const width = Math.ceil(longest * CHARACTER_WIDTH) + 2 * LEFT;
  const height = TOP + lines.length * LINE_HEIGHT;
  const drawn = lines.map(
    (line, index) =>
      `<text x="${LEFT}" y="${TOP + index * LINE_HEIGHT}" xml:space="preserve">${spans(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="What ${escaped(command)} prints">`,
    '<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#c9d1d9}</style>',
    `<rect width="${width}" height="${height}" rx="10" fill="#161b22"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (color, index) => `<circle cx="${LEFT + 6 + index * 20}" cy="22" r="6" fill="${color}"/>`,
    ),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** A line as pieces, each in its color. */
function spans(line: string): string {
  let style: string | undefined;
  const [first = '', ...rest] = line.split(CODE);
  let drawn = escaped(first);
  for (let index = 0; index < rest.length; index += 2) {
    style = STYLES[rest[index] ?? ''];
    const text = escaped(rest[index + 1] ?? '');
    if (text) drawn += style ? `<tspan style="${style}">${text}</tspan>` : text;
  }
  return drawn;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
