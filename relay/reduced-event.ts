import { isObjectAt, membersOf } from './json-members.ts';

/** Zapier takes so many bytes on a hook. */
export const MOST_ZAPIER_TAKES = 10_000_000;

/** A value that takes more bytes is left out: ids, dates and names are shorter. */
const LONGEST_KEPT = 1024;
/** What is kept of an event at most, in bytes. */
const MOST_KEPT = 64 * 1024;
/** Objects within objects whose short values are kept too: an appointment's ids are inside one. */
const MOST_DEPTH = 4;
/** Fields that are named as left out. */
const MOST_NAMED = 100;

/**
 * Makes an event small that is larger than a target takes: its short values (ids, dates, names) stay
 * as HighLevel wrote them, the long ones go. The receiver reads those from HighLevel, by the ids.
 *
 * @param json the event, a JSON object.
 * @returns the object with `bodyOmitted: true`, and the paths of what was left out as
 *   `omittedFields`, such as `["body", "appointment.notes"]`.
 */
export function reduceEvent(json: Buffer): Buffer {
  const budget = { left: MOST_KEPT };
  const omitted: string[] = [];

  const reduce = (start: number, path: string, depth: number): string[] => {
    const kept: string[] = [];
    const leaveOut = (name: string | undefined): void => {
      if (name !== undefined && omitted.length < MOST_NAMED) omitted.push(path + name);
    };
    for (const { name, start: from, end } of membersOf(json, start)) {
      const text = name === undefined ? '' : `${JSON.stringify(name)}:`;
      if (name === undefined || budget.left < text.length + LONGEST_KEPT) leaveOut(name);
      else if (end - from <= LONGEST_KEPT) {
        budget.left -= text.length + (end - from);
        kept.push(text + json.toString('utf8', from, end));
      } else if (isObjectAt(json, from) && depth < MOST_DEPTH) {
        budget.left -= text.length;
        kept.push(`${text}{${reduce(from, `${path}${name}.`, depth + 1).join(',')}}`);
      } else leaveOut(name);
    }
    return kept;
  };

  const kept = reduce(0, '', 1);
  kept.push('"bodyOmitted":true', `"omittedFields":${JSON.stringify(omitted)}`);
  return Buffer.from(`{${kept.join(',')}}`);
}
