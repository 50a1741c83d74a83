import { isRecord, toTexts } from '../../resources/values.ts';

/** The parts of an HTTP answer that decide whether it is a failure, and which. */
export interface Answer {
  status: number;
  /** The parsed JSON body, or undefined when the body is no JSON. */
  data: unknown;
  content: string;
  header(name: string): string | undefined;
}

/** Answers that name another place: the token does not go there. */
export const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export function isHtml({ data, content }: Answer): boolean {
  return data === undefined && /^\s*</.test(content);
}

/**
 * Whether a 400 comes from the gateway in front of HighLevel, which gave up waiting: it is no
 * refusal, and nobody knows what the call did. Recorded under load in July 2026.
 */
export function isGatewayTimeout({ status, data }: Pick<Answer, 'status' | 'data'>): boolean {
  return (
    status === 400 && /\btime[ -]?d?[ -]?out\b.{0,80}\d+ ?ms\b/i.test(messagesOf(data).join(' '))
  );
}

/** The reason in an answer: a short text that is no JSON may hold it too. */
export function reasonsIn({ data, content }: Answer): string[] {
  const said = messagesOf(data);
  const text = content.trim();
  const isText = said.length === 0 && data === undefined && text !== '' && text.length <= 200;
  return isText ? [asSentence(text)] : said;
}

/**
 * HighLevel's own words: `message`, `msg`, `error` or `errors`, each a text, a list, or objects that
 * have one of them or validation's `constraints`.
 */
export function messagesOf(data: unknown): string[] {
  if (!isRecord(data)) return [];
  const found = ['message', 'msg', 'error_description', 'errors', 'error']
    .map((key) => textsIn(data[key]))
    .find((texts) => texts.length > 0);
  return (found ?? []).map(asSentence);
}

/** How deep objects with a reason stand in each other. */
const DEEPEST = 3;

function textsIn(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, depth + 1));
  if (!isRecord(value)) return toTexts(value);
  const { constraints } = value;
  if (isRecord(constraints)) return Object.values(constraints).flatMap((text) => toTexts(text));
  return ['message', 'msg', 'error'].flatMap((key) => textsIn(value[key], depth + 1)).slice(0, 10);
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** HighLevel answers 400 and 422 too for a record that is gone. */
const NOT_FOUND = /\b(not found|does(n't| not) exist|no such)\b/i;

/** Whether an answer says that HighLevel does not have the record (any longer). */
export function saysGone({ status, data }: Pick<Answer, 'status' | 'data'>): boolean {
  return isGone(status, messagesOf(data).join(' '));
}

export function isGone(status: number, words: string): boolean {
  return status === 404 || ([400, 422].includes(status) && NOT_FOUND.test(words));
}

/** Whether HighLevel has no such path, which says nothing of a record. */
export function isRoute(words: string): boolean {
  return /^Cannot (GET|POST|PUT|PATCH|DELETE)\b/.test(words);
}
