import type { Bundle, ZObject } from 'zapier-platform-core';

import type { OutputField } from '../../resources/derive.ts';
import { listCustomFields } from '../locations/custom_fields.ts';
import { DAY_MS } from '../inputs/days.ts';
import type { FormKind } from './kinds.ts';
import { submissionsPage, type Submission } from './submissions_page.ts';

/**
 * The questions of a form. HighLevel does not list them: their keys are in the answers, each the ID
 * of a custom field or a word such as `first_name`.
 */

/** A word of HighLevel's, and not the ID of a custom field. */
const WORD = /^[a-z]+(_[a-z\d]+)*$/;

const RECORD_ID = /^[A-Za-z\d]{20}$/;

/** What people call the questions, by their keys. */
export type QuestionNames = (key: string) => string;

/** The names of the questions in these submissions: one request, where a custom field is among them. */
export async function questionNames(
  z: ZObject,
  bundle: Bundle,
  submissions: readonly Submission[],
): Promise<QuestionNames> {
  const hasCustom = submissions.some(({ questions }) =>
    questions.some(({ key }) => key !== null && !WORD.test(key)),
  );
  const fields = hasCustom ? await listCustomFields(z, bundle, 'all') : [];
  const names = new Map(fields.map(({ id, name }) => [id, name]));
  return (key) => {
    const name = names.get(key);
    if (name) return name;
    if (WORD.test(key)) return inWords(key);
    // The field was deleted, and its name with it.
    return RECORD_ID.test(key) ? 'Deleted Question' : key;
  };
}

/** `First Name` of `first_name`. */
function inWords(key: string): string {
  return key.replaceAll(
    /(^|_)([a-z])/g,
    (_match, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase(),
  );
}

/** A submission with the names of its questions, and its answers as one text. */
export function withQuestionNames<Row extends Submission>(row: Row, nameOf: QuestionNames): Row {
  const questions = row.questions.map((question) => ({
    ...question,
    name: question.key === null ? question.name : nameOf(question.key),
  }));
  const answersText = questions
    .filter(({ answer }) => answer !== null)
    .map(({ name, answer }) => `${name ?? ''}: ${answer ?? ''}`)
    .join('\n');
  return { ...row, questions, answersText: answersText || null };
}

/** How far back answers are looked at for the questions of a form, in days. */
const QUESTION_DAYS = 365;

/**
 * Output fields for the answers to the chosen form: each question that anybody answered lately, by its
 * name. Without a form there are none, since each has questions of its own.
 */
export function answerOutputs(kind: FormKind) {
  return async (z: ZObject, bundle: Bundle): Promise<OutputField[]> => {
    const formId = bundle.inputData[kind.idKey];
    if (typeof formId !== 'string' || formId === '') return [];
    const { submissions } = await submissionsPage(z, bundle, kind, {
      formId,
      from: Date.now() - QUESTION_DAYS * DAY_MS,
    });
    const nameOf = await questionNames(z, bundle, submissions);
    const answers = new Map(submissions.flatMap(({ answer }) => Object.entries(answer)));
    return [...answers].map(([key, value]) => ({
      key: `answer__${key}`,
      label: nameOf(key),
      ...(Array.isArray(value) && { list: true }),
      type: typeof value === 'number' ? 'number' : 'string',
    }));
  };
}
