import type App from '../../index.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';

/** One operation, read from the app's definition. */
interface Operation {
  key: string;
  label: string;
  description: string;
  isInstant: boolean;
  fields: RawRecord[];
  outputFields: RawRecord[];
  sample: RawRecord;
}

interface Section {
  title: string;
  intro: string;
  operations: Operation[];
}

/** The operations that a person can choose, by kind and in the order of index.ts. */
function sectionsOf(app: typeof App): Section[] {
  return [
    {
      title: 'Triggers',
      intro: 'A trigger starts a Zap.',
      operations: operationsIn(app.triggers),
    },
    {
      title: 'Searches',
      intro: 'A search finds a record for the steps after it. It finds nothing without failing.',
      operations: operationsIn(app.searches),
    },
    {
      title: 'Actions',
      intro: 'An action does something in HighLevel.',
      operations: operationsIn(app.creates),
    },
  ];
}

function operationsIn(entries: object): Operation[] {
  return Object.values(entries).filter(isRecord).filter(isVisible).map(read);
}

function isVisible({ display }: RawRecord): boolean {
  return toRecord(display)['hidden'] !== true;
}

function read({ key, display, operation }: RawRecord): Operation {
  const { label, description } = toRecord(display);
  const { type, inputFields, outputFields, sample } = toRecord(operation);
  return {
    key: toText(key) ?? '',
    label: toText(label) ?? '',
    description: toText(description) ?? '',
    isInstant: type === 'hook',
    fields: toList(inputFields).flatMap(fieldsOf),
    outputFields: toList(outputFields).filter(isRecord),
    sample: toRecord(sample),
  };
}

/** Fields that a choice brings stand in the function's own list. */
function fieldsOf(field: unknown): RawRecord[] {
  if (typeof field !== 'function') return isRecord(field) ? [field] : [];
  const declared: unknown = 'declared' in field ? field.declared : [];
  return toList(declared)
    .filter(isRecord)
    .map((entry) => ({ ...entry, depends: true }));
}

/** docs/operations.md: every operation with its fields and an example of what it gives. */
export function operationsDocument(app: typeof App): string {
  const sections = sectionsOf(app).map(
    ({ title, intro, operations }) =>
      `## ${title}\n\n${intro}\n\n${operations.map(describe).join('\n')}`,
  );
  return `# Operations\n\nWhat each trigger, search and action does, what it asks for and what it gives. This page is made from the integration itself by \`npm run docs\`.\n\n${sections.join('\n')}`;
}

function describe(operation: Operation): string {
  const { key, label, description, isInstant, fields, outputFields, sample } = operation;
  const kind = isInstant ? ' Instant: needs the webhook relay.' : '';
  return [
    `### ${label}`,
    '',
    `\`${key}\`. ${description}${kind}`,
    '',
    fields.length === 0 ? 'It asks for nothing.' : fieldTable(fields),
    '',
    ...groupsOf(operation),
    `<details><summary>What it gives</summary>`,
    '',
    '| Field | Example |',
    '| --- | --- |',
    ...outputFields.map(
      (field) => `| ${cell(toText(field['label']))} | ${example(sample, toText(field['key']))} |`,
    ),
    '',
    '</details>',
    '',
  ].join('\n');
}

function groupsOf({ fields }: Operation): string[] {
  return fields.some((field) => field['depends'] === true)
    ? ['Fields marked with * appear only where they apply.', '']
    : [];
}

function fieldTable(fields: RawRecord[]): string {
  const rows = fields.map((field) => {
    const needed = field['required'] === true && field['depends'] !== true ? 'yes' : '';
    const mark = field['depends'] === true ? ' *' : '';
    const children = toList(field['children']).filter(isRecord);
    const lines = children.map((child) => toText(child['label'])).join(', ');
    const help = [toText(field['helpText']), lines && `Line items: ${lines}.`]
      .filter(Boolean)
      .join(' ');
    return `| ${cell(toText(field['label']))}${mark} | ${needed} | ${cell(help)} |`;
  });
  return ['| Field | Required | What it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function cell(text: string | null): string {
  return (text ?? '').replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

/** The sample's value for an output field key such as `contact__name` or `lines[]text`. */
function example(sample: RawRecord, key: string | null): string {
  const value = (key ?? '').split(/__|\[\]/).reduce<unknown>((found, part) => {
    const inside: unknown = Array.isArray(found) ? found[0] : found;
    return toRecord(inside)[part];
  }, sample);
  if (value === undefined || value === null || value === '') return '';
  const shown = Array.isArray(value) ? value.map(String).join(', ') : toExample(value);
  return `\`${cell(shown).replaceAll('`', "'")}\``;
}

function toExample(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The table of operations in the README. */
export function operationsTable(app: typeof App): string {
  return sectionsOf(app)
    .map(({ title, operations }) =>
      [
        `| ${title} | |`,
        '| --- | --- |',
        ...operations.map(
          ({ label, description, isInstant }) =>
            `| [${label}](docs/operations.md#${anchor(label)})${isInstant ? ' ⚡' : ''} | ${cell(description)} |`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n')
    .trimEnd();
}

function anchor(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-');
}
