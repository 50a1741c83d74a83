import { isRecord, type RawRecord } from '../../resources/values.ts';
import { jsonIn } from '../http/json.ts';
import { quoted } from './characters.ts';
import { invalid } from './refusal.ts';

/**
 * JSON as text, from a text or from what it stands for.
 *
 * @throws errors.Error that shows where the text is no JSON
 */
export function readJson(value: unknown, label: string): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const place =
      position === undefined
        ? 'its end'
        : quoted(text.slice(Number(position), Number(position) + 20));
    throw invalid(`"${label}" is not valid JSON. Check its quotes, commas and braces at ${place}.`);
  }
}

/** The object that a text in JSON holds; undefined for any other text. */
export function objectIn(text: string): RawRecord | undefined {
  const value = jsonIn(text);
  return isRecord(value) ? value : undefined;
}
