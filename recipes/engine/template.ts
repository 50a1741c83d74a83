import { isRecord, type RawRecord } from '../../resources/values.ts';

/** A field of an earlier step in a text: `{{find_contact__id}}`, or Zapier's own `{{zap_meta_utc_iso}}`. */
export interface Token {
  /** As it stands in the text. */
  text: string;
  /** The key of the step; `zap_meta` for what Zapier says of the run. */
  step: string;
  /** The field, such as `contact__name` or `lines[]text`. */
  field: string;
}

/** One of several line items: texts with tokens, by the keys of the fields inside. */
export type LineItem = Readonly<Record<string, string>>;

/** Finds the value of a token. */
export type Lookup = (token: Token) => Promise<unknown>;

const TOKEN = /\{\{([^{}]+)\}\}/g;
const ABOUT_THE_RUN = 'zap_meta_';

/** The tokens of a text, in order. @throws Error when one names no field */
export function tokensIn(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const name = (match[1] ?? '').trim();
    if (name.startsWith(ABOUT_THE_RUN)) {
      return { text: match[0], step: 'zap_meta', field: name.slice(ABOUT_THE_RUN.length) };
    }
    const cut = name.indexOf('__');
    if (cut < 1) throw new Error(`${match[0]} names no field of a step.`);
    return { text: match[0], step: name.slice(0, cut), field: name.slice(cut + 2) };
  });
}

/** The parts of a field's key: `lines[]text` and `contact__name` have two. */
export function partsOf(field: string): string[] {
  return field.split(/__|\[\]/);
}

/** A text with its tokens filled in. The values of a list stand side by side, with commas. */
export async function render(text: string, lookup: Lookup): Promise<string> {
  const parts: string[] = [];
  let rest = text;
  for (const token of tokensIn(text)) {
    const at = rest.indexOf(token.text);
    parts.push(rest.slice(0, at), toText(await lookup(token), token));
    rest = rest.slice(at + token.text.length);
  }
  return [...parts, rest].join('');
}

/** The entries of a list field: one that is nothing but a list of an earlier step gives all of it. */
export async function renderList(entries: readonly string[], lookup: Lookup): Promise<string[]> {
  const lists = await Promise.all(entries.map((entry) => renderEntry(entry, lookup)));
  return lists.flat();
}

/**
 * Line items: as many as the longest list mapped into them; a single value stands in each.
 */
export async function renderLines(rows: readonly LineItem[], lookup: Lookup): Promise<RawRecord[]> {
  const lists = await Promise.all(
    rows.map(async (row) => {
      const columns = await Promise.all(
        Object.entries(row).map(
          async ([key, text]) => [key, await renderEntry(text, lookup)] as const,
        ),
      );
      const length = Math.max(0, ...columns.map(([, values]) => values.length));
      return Array.from({ length }, (_, index) =>
        Object.fromEntries(
          columns.map(([key, values]) => [
            key,
            values.length === 1 ? values[0] : (values[index] ?? ''),
          ]),
        ),
      );
    }),
  );
  return lists.flat();
}

async function renderEntry(entry: string, lookup: Lookup): Promise<string[]> {
  const [token, ...others] = tokensIn(entry);
  if (!token || others.length > 0 || token.text !== entry.trim()) {
    return [await render(entry, lookup)];
  }
  const value = await lookup(token);
  return Array.isArray(value) ? value.map((one) => toText(one, token)) : [toText(value, token)];
}

function toText(value: unknown, token: Token): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => toText(one, token)).join(',');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${token.text} is no single field${isRecord(value) ? ' but a record' : ''}.`);
}
