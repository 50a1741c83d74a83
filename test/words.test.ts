import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { AGENT_MODES } from '../resources/ai_agent.ts';
import { CALL_OUTCOMES } from '../resources/call.ts';
import { DISCOUNT_TYPES } from '../resources/coupon.ts';
import { PRODUCT_TYPES } from '../resources/product.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import App from '../index.ts';
import { RECIPES } from '../recipes/index.ts';
import { ENTRIES, SYMPTOMS } from '../scripts/docs/troubleshooting-entries.ts';
import { EACH_VISIBLE, type Operation } from './support/operations.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Spellings, each with the one that is used: in every text that people read. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\be-mails?\b/i, 'email'],
  [/\bcancell(ed|ing)\b/i, 'canceled, canceling'],
  [/\bweb address(es)?\b/i, 'URL'],
  [
    /\b(colour|favour|behaviour|artefact|catalogue|centre\b|(author|capital|custom|organ|recogn|summar)is(e|ing|ation))/i,
    'the American spelling',
  ],
];

/** Words of a style that people have to read twice, each with a plain one. */
const STIFF: readonly (readonly [RegExp, string])[] = [
  [/\bleave (it|them) empty\b/i, 'Leave blank'],
  [/\bmay (stay|be left) empty\b/i, 'Optional.'],
  [/\bany more\b/i, 'no longer, or nothing'],
  [/\bat once\b/i, 'instantly, or together'],
  [/\bholds?\b/i, 'contains'],
  [/\bgives?\b(?! up\b)/i, 'returns'],
  [/\bknows?\b/i, 'has, or accepts'],
  [/\bwhom\b/i, 'who, or the contact'],
  [/\bmakers?\b/i, "the integration's publisher"],
  [/\bvery (same|this)\b|\bthis very\b/i, 'same, or this'],
  [/\bin whose\b|\bwith which\b/i, 'a plain sentence'],
  [/\bso (long|many)\b/i, 'this long, this many'],
  [/\b(any|every|some)body\b/i, 'anyone, everyone, someone'],
  [/\btaken back\b/i, 'undone, or unsent'],
  [/\boffset\b/i, 'time zone'],
  [/\bpublic URL/i, 'a URL that anyone can open'],
  [/\bdigest\b/i, 'summary'],
  [/\bafter the event\b/i, 'nothing, or after the change'],
  [/\ball the same\b/i, 'still, or anyway'],
  [/\bmeanwhile\b(?!})/i, 'since, or until then'],
  [/\bbrought up to date\b/i, 'updated'],
  [/\b(\w+\.?) \1(?!\w)/i, 'said once'],
];

/** The same text without what stands in code: HighLevel's own words. */
const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');

/** What of the texts has a word that is not used. */
function strange(texts: readonly string[], words = [...SPELLINGS, ...STIFF]): string[] {
  return texts.flatMap((text) =>
    words.flatMap(([pattern, better]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`"${found}" would be ${better}: ${text}`];
    }),
  );
}

/** All that a person reads of an operation. */
function textsOf({ label, description, fields, outputFields }: Operation): string[] {
  const ofField = (field: RawRecord): string[] => [
    ...['label', 'helpText', 'placeholder'].flatMap((key) => toText(field[key]) ?? []),
    ...choicesOf(field['choices']),
    ...toList(field['children']).filter(isRecord).flatMap(ofField),
  ];
  const outputs = outputFields.flatMap((field) => toText(field['label']) ?? []);
  return [label, description, ...fields.flatMap(ofField), ...outputs];
}

function choicesOf(choices: unknown): string[] {
  if (Array.isArray(choices)) return choices.flatMap((one) => toText(toRecord(one)['label']) ?? []);
  return isRecord(choices) && !('perform' in choices)
    ? Object.values(choices).flatMap((one) => toText(one) ?? [])
    : [];
}

test.each(EACH_VISIBLE)('%s is said in the words of the product', (_path, operation) => {
  expect(strange(textsOf(operation))).toEqual([]);
});

/** What people can find by these names: operations, and the searches that may create. */
const NAMES = [
  ...EACH_VISIBLE.map(([, { label }]) => label),
  ...Object.values(toRecord(App.searchOrCreates)).flatMap(
    (entry) => toText(toRecord(toRecord(entry)['display'])['label']) ?? [],
  ),
];

/** The names of other operations that a text points to with "use", and that do not exist. */
function lostNames(text: string): string[] {
  return [...text.matchAll(/\buse (?:\*\*)?(?=[A-Z])/g)].flatMap(({ index, 0: found }) => {
    const rest = text.slice(index + found.length);
    const isNamed = (name: string) =>
      rest.startsWith(name) && !/^ [A-Z]|^\w/.test(rest.slice(name.length));
    return NAMES.some(isNamed) ? [] : [rest];
  });
}

test.each(EACH_VISIBLE)('%s points to operations that exist', (_path, operation) => {
  // A field's help may point to another field of the form too.
  const labels = operation.fields.flatMap((field) => toText(field['label']) ?? []);
  const lost = textsOf(operation).flatMap(lostNames);
  expect(lost.filter((rest) => !labels.some((label) => rest.startsWith(label)))).toEqual([]);
});

/** All that helps of this form, choices and outputs are called, without the operations. */
function wordsOf({ fields, outputFields }: Operation): string[] {
  const ofField = (field: RawRecord): string[] => [
    toText(field['label']) ?? '',
    ...choicesOf(field['choices']),
    ...toList(field['children']).filter(isRecord).flatMap(ofField),
  ];
  return [...fields.flatMap(ofField), ...outputFields.map(({ label }) => toText(label) ?? '')];
}

test.each(EACH_VISIBLE)('%s sets in bold what people see under that name', (_path, operation) => {
  const known = [...NAMES, ...wordsOf(operation), ...ELSEWHERE];
  const bold = textsOf(operation).flatMap((text) =>
    [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, name = '']) => name),
  );
  // A warning is a whole sentence.
  expect(bold.filter((name) => !name.endsWith('.') && !known.includes(name))).toEqual([]);
});

/** The same of all operations, and the field that only connections of agencies have. */
const ALL_WORDS = new Set([
  ...NAMES,
  ...EACH_VISIBLE.flatMap(([, entry]) => wordsOf(entry)),
  'Sub-Account',
]);

/** Names that stand in HighLevel, or in a list that HighLevel gives. */
const ELSEWHERE = ['Documents', 'Forgot password', 'Unassigned', 'Next'];

/** Operations that people take one for the other: each says when to use the other. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['triggers.message_failed', 'triggers.message_status_changed'],
  ['triggers.new_call', 'triggers.transcription_ready'],
  ['triggers.contact_updated', 'triggers.contact_tags_changed'],
  ['triggers.opportunity_stage_changed', 'triggers.opportunity_status_changed'],
  ['triggers.appointment_rescheduled', 'triggers.appointment_status_changed'],
  ['searches.find_message', 'searches.find_messages'],
  ['searches.find_message', 'searches.find_email'],
  ['searches.find_conversation', 'searches.find_conversations'],
  ['searches.find_contact', 'searches.find_contacts'],
  ['searches.find_contact', 'searches.find_contact_by_field'],
  ['searches.find_task', 'searches.find_tasks'],
  ['searches.find_opportunity', 'searches.find_opportunities'],
  ['searches.find_appointment', 'searches.find_appointments'],
  ['searches.find_sub_account', 'searches.find_sub_accounts'],
  ['searches.find_scheduled_messages', 'creates.cancel_scheduled_message'],
  ['creates.send_message', 'creates.send_sms'],
  ['creates.send_message', 'creates.send_email'],
  ['creates.send_message', 'creates.send_message_and_wait'],
  ['creates.send_message', 'creates.reply_to_message'],
  ['creates.add_inbound_message', 'creates.log_call'],
  ['creates.update_message_status', 'creates.update_email_status'],
  ['creates.update_conversation', 'creates.update_conversations'],
  ['creates.add_contact_tags', 'creates.add_tags_to_contacts'],
  ['creates.remove_contact_tags', 'creates.remove_tags_from_contacts'],
  ['creates.set_do_not_disturb', 'creates.change_subscription'],
  ['creates.update_contact', 'creates.upsert_contact'],
  ['creates.complete_task', 'creates.update_task'],
  ['creates.change_opportunity_status', 'creates.move_opportunity_to_stage'],
  ['creates.change_opportunity_status', 'creates.update_opportunity'],
  ['creates.move_opportunity_to_stage', 'creates.update_opportunity'],
  ['creates.create_opportunity', 'creates.upsert_opportunity'],
  ['creates.cancel_appointment', 'creates.delete_appointment'],
  ['creates.cancel_appointment', 'creates.change_appointment_status'],
  ['creates.change_appointment_status', 'creates.update_appointment'],
  ['creates.add_note', 'creates.send_message'],
  ['triggers.message_status_changed', 'triggers.email_event'],
  ['triggers.invoice_paid', 'triggers.invoice_partially_paid'],
  ['triggers.new_invoice', 'triggers.invoice_sent'],
  ['triggers.new_order', 'triggers.order_status_changed'],
  ['triggers.new_payment', 'triggers.payment_failed'],
  ['triggers.new_payment_subscription', 'triggers.payment_subscription_status_changed'],
  ['searches.find_template', 'searches.find_email_template'],
  ['searches.find_order', 'searches.find_payment'],
  ['searches.find_invoice', 'searches.find_invoices'],
  ['searches.find_subscription_status', 'searches.find_payment_subscription'],
  ['creates.create_product', 'creates.create_product_price'],
  ['creates.create_invoice', 'creates.create_and_send_invoice'],
  ['creates.link_records', 'creates.unlink_records'],
  ['triggers.records_linked', 'triggers.records_unlinked'],
  ['searches.find_campaign', 'searches.find_email_campaign'],
  ['creates.record_invoice_payment', 'creates.record_order_payment'],
  ['creates.upload_file_to_contact', 'creates.upload_file'],
  ['triggers.message_failed', 'triggers.email_event'],
  ['triggers.invoice_overdue', 'searches.find_invoices'],
];

test.each(PAIRS)('%s and %s each say when to use the other', (one, other) => {
  const of = new Map(EACH_VISIBLE);
  const [first, second] = [of.get(one), of.get(other)];
  expect(first?.description).toContain(second?.label);
  expect(second?.description).toContain(first?.label);
});

test.each(EACH_VISIBLE)(
  '%s says how soon it triggers',
  (_path, { kind, operation, description }) => {
    if (kind !== 'triggers') return;
    const word =
      operation['type'] === 'hook' ? /\bInstant\./ : /\bZapier checks every few minutes\b/;
    expect(description).toMatch(word);
  },
);

const EACH_SEARCH = EACH_VISIBLE.filter(([, { kind }]) => kind === 'searches');
const isList = ({ label }: Operation) => label.startsWith('Find Many ');

test.each(EACH_SEARCH.filter(([, entry]) => isList(entry)))(
  '%s says what it finds where nothing matches',
  (_path, { description }) => {
    expect(description).toContain('If there are none, this step finds nothing.');
  },
);

/** Searches that find what was named by its ID, or all there is of a kind. */
const ALWAYS_ONE = new Set(['find_recording', 'find_transcription', 'find_subscription_status']);

test.each(EACH_SEARCH.filter(([, entry]) => !isList(entry) && !ALWAYS_ONE.has(entry.key)))(
  '%s says which one it finds where several match',
  (_path, operation) => {
    expect(textsOf(operation).join(' ')).toMatch(/\b(first|latest|newest)\b|\bby its ID\b/i);
  },
);

test.each(EACH_VISIBLE)('%s says where its custom fields are', (_path, operation) => {
  const fields = toList(operation.operation['inputFields']);
  const isMade = fields.some((part) => typeof part === 'function' && 'fieldOf' in part);
  if (isMade) expect(operation.description).toMatch(/\bfields appear\b/);
});

/** Values of outputs that people filter by, where no field of the form lists them. */
const VALUES: readonly (readonly [string, readonly string[]])[] = [
  ['triggers.transcription_ready', Object.keys(CALL_OUTCOMES)],
  ['searches.find_recording', Object.keys(CALL_OUTCOMES)],
  ['searches.find_coupon', Object.keys(DISCOUNT_TYPES)],
  ['searches.find_product', Object.keys(PRODUCT_TYPES)],
  ['searches.find_ai_agent', Object.keys(AGENT_MODES)],
  ['searches.find_user', ['admin', 'user']],
  ['triggers.new_payment', ['Visa 4242', 'Is Card']],
  ['triggers.payment_failed', ['Visa 4242', 'Is Card']],
  ['triggers.payment_refunded', ['Visa 4242', 'Is Card']],
  ['searches.find_payment', ['Visa 4242', 'Is Card']],
];

test.each(VALUES)('%s names the values that a Filter step compares: %p', (path, values) => {
  const description = new Map(EACH_VISIBLE).get(path)?.description ?? '';
  expect(values.filter((value) => !description.includes(value))).toEqual([]);
});

/** The sentences of a text that it says more than once. */
function repeated(text: string): string[] {
  const sentences = text.split(/(?<=[.!?]) /).filter((sentence) => sentence.includes(' '));
  return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
}

test.each(EACH_VISIBLE)('no text of %s says a sentence twice', (_path, operation) => {
  expect(textsOf(operation).flatMap(repeated)).toEqual([]);
});

/** The texts in a source that are sentences: errors, mostly. */
function sentencesIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const literals = code.matchAll(
    /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g,
  );
  return [...literals]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => /^["A-Z$].* .*[.!?:]\s*$/s.test(text));
}

/** What people read about the project, without what is installed. */
const GUIDES = { cwd: ROOT, exclude: (path: string) => path.includes('node_modules') };

describe('Sentences', () => {
  const sources = ['lib', 'creates', 'searches', 'triggers', 'resources'].flatMap((folder) =>
    globSync(`${folder}/**/*.ts`, { cwd: ROOT }),
  );

  const tools = globSync('{scripts,relay,local,workbench,recipes}/**/*.{ts,tsx,mjs}', GUIDES);

  test.each([...sources, ...tools, 'authentication.ts', 'middleware.ts'])('in %s', (path) => {
    const sentences = sentencesIn(readFileSync(`${ROOT}${path}`, 'utf8'));
    expect(strange(sentences.map(withoutCode))).toEqual([]);
  });

  test.each(sources.filter((path) => !path.startsWith('resources/')))(
    'in %s quote what people see under that name',
    (path) => {
      const quotes = sentencesIn(readFileSync(`${ROOT}${path}`, 'utf8')).flatMap((sentence) =>
        [...sentence.matchAll(/"([A-Z][^"$]*)"/g)].flatMap(([, quoted = '']) => quoted),
      );
      expect(quotes.filter((quoted) => !ALL_WORDS.has(quoted))).toEqual([]);
    },
  );

  test.each(RECIPES)('in the recipe $key', ({ title, purpose, needs, gives, notes }) => {
    expect(strange([title, purpose, ...needs, ...gives, ...notes])).toEqual([]);
  });

  test.each(Object.entries(ENTRIES))('in the errors of "%s"', (_heading, entries) => {
    const texts = entries.flatMap(({ says, why, todo }) => [...says, why, todo]);
    expect(strange(texts.map(withoutCode))).toEqual([]);
  });

  test('in what people see without an error', () => {
    expect(strange(SYMPTOMS.flatMap(({ sees, why, todo }) => [sees, why, todo]))).toEqual([]);
  });

  test.each(globSync(['*.md', '{docs,recipes,relay,sandbox,scripts}/**/*.md'], GUIDES))(
    'in %s',
    (path) => {
      const text = withoutCode(readFileSync(`${ROOT}${path}`, 'utf8'));
      expect(strange(text.split('\n'), [...SPELLINGS])).toEqual([]);
    },
  );
});
