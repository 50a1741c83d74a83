import { toRecord, toText, type RawRecord } from '../../../resources/values.ts';

/** What somebody posted or answered as JSON; empty for anything else: the relay says what it makes of it. */
export function recordIn(text: string): RawRecord {
  try {
    return toRecord(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A text in it, empty where there is none. */
export function textIn(record: RawRecord, key: string): string {
  return toText(record[key]) ?? '';
}
