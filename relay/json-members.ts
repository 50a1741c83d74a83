const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/** A longer name is not read: no field that anybody looks for has one. */
const LONGEST_NAME = 256;

/** A member of a JSON object: where its value stands in the text. */
export interface Member {
  /** Undefined when it is too long to be read. */
  name: string | undefined;
  start: number;
  /** Behind its last byte. */
  end: number;
}

/**
 * Goes through the members of a JSON object without building what they hold: `JSON.parse` takes up to
 * thirty times the size of a text, and seconds for one of ten megabytes. What is inside of a value is
 * not looked at, but for where it ends.
 *
 * @param json UTF-8.
 * @param from where the object starts.
 * @throws SyntaxError when there is no object, or it breaks off.
 */
export function* membersOf(json: Buffer, from = 0): Generator<Member> {
  let at = skipSpace(json, from);
  expect(json, at, OPEN_OBJECT);
  at = skipSpace(json, at + 1);
  if (json[at] === CLOSE_OBJECT) return;
  for (;;) {
    expect(json, at, QUOTE);
    const nameEnd = endOfString(json, at);
    const name = nameEnd - at <= LONGEST_NAME ? readString(json, at, nameEnd) : undefined;
    at = skipSpace(json, nameEnd);
    expect(json, at, COLON);
    const start = skipSpace(json, at + 1);
    const end = endOfValue(json, start);
    yield { name, start, end };
    at = skipSpace(json, end);
    if (json[at] === CLOSE_OBJECT) return;
    expect(json, at, COMMA);
    at = skipSpace(json, at + 1);
  }
}

/** Whether the value that starts there is an object. */
export function isObjectAt(json: Buffer, start: number): boolean {
  return json[start] === OPEN_OBJECT;
}

function readString(json: Buffer, start: number, end: number): string {
  // The text of a JSON string, as the quotes around it show.
  return JSON.parse(json.toString('utf8', start, end)) as string;
}

function expect(json: Buffer, at: number, byte: number): void {
  if (json[at] !== byte) throw new SyntaxError(`The text is not a JSON object (at byte ${at}).`);
}

function skipSpace(json: Buffer, from: number): number {
  let at = from;
  for (let byte = json[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;) {
    at += 1;
    byte = json[at];
  }
  return at;
}

/** @param start of its opening quote. @returns behind its closing one */
function endOfString(json: Buffer, start: number): number {
  for (let quote = json.indexOf(QUOTE, start + 1); quote >= 0;) {
    let before = quote;
    while (json[before - 1] === BACKSLASH) before -= 1;
    // Behind an even number of backslashes a quote is not escaped: they escape each other.
    if ((quote - before) % 2 === 0) return quote + 1;
    quote = json.indexOf(QUOTE, quote + 1);
  }
  throw new SyntaxError('The text breaks off.');
}

function endOfValue(json: Buffer, start: number): number {
  const first = json[start];
  if (first === QUOTE) return endOfString(json, start);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return endOfScalar(json, start);
  let depth = 0;
  for (let at = start; at < json.length;) {
    const byte = json[at];
    if (byte === QUOTE) {
      at = endOfString(json, at);
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError('The text breaks off.');
}

/** The longest of all numbers that anybody writes is shorter. */
const LONGEST_SCALAR = 64;

function endOfScalar(json: Buffer, start: number): number {
  let end = start;
  while (end < json.length && end - start < LONGEST_SCALAR && isOfScalar(json[end] ?? 0)) end += 1;
  // Throws when it is none.
  JSON.parse(json.toString('latin1', start, end));
  return end;
}

function isOfScalar(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
