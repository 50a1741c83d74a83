import { AREAS } from '../../areas.ts';
import type { Area } from '../../lib/operations/areas.ts';
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

/** A page of docs/operations/: an area with the operations that a person can choose. */
interface AreaPage {
  /** The name of its file. */
  name: string;
  label: string;
  sections: Section[];
}

interface Section {
  title: string;
  intro: string;
  operations: Operation[];
}

/** Every area that has something to choose, in the order of areas.ts. */
const AREA_PAGES: readonly AreaPage[] = Object.entries(AREAS)
  .map(([area, entry]) => ({ name: `${area}.md`, label: entry.label, sections: sectionsOf(entry) }))
  .filter(({ sections }) => sections.length > 0);

function sectionsOf({ triggers = {}, searches = {}, creates = {} }: Area): Section[] {
  return [
    {
      title: 'Triggers',
      intro: 'A trigger starts a Zap.',
      operations: operationsIn(triggers),
    },
    {
      title: 'Searches',
      intro:
        'A search finds records for later steps. If nothing matches, it returns nothing and does not fail.',
      operations: operationsIn(searches),
    },
    {
      title: 'Actions',
      intro: 'An action does something in HighLevel.',
      operations: operationsIn(creates),
    },
  ].filter(({ operations }) => operations.length > 0);
}

function operationsIn(entries: object): Operation[] {
  return Object.values(entries)
    .filter(isRecord)
    .filter(isVisible)
    .map(read)
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));
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

const MADE_BY = 'This page is made from the integration itself by `npm run docs`.';

/** The pages of docs/operations/ by their names: a list of all, and one for each area. */
export function operationPages(): Map<string, string> {
  return new Map([
    ['README.md', listDocument()],
    ...AREA_PAGES.map((page) => [page.name, areaDocument(page)] as const),
  ]);
}

function listDocument(): string {
  const areas = AREA_PAGES.map(
    ({ name, label, sections }) =>
      `## [${label}](${name})\n\n${sections.map((section) => listTable(name, section)).join('\n\n')}`,
  );
  return `# Operations\n\nEvery trigger, search and action, by area. ⚡ marks instant triggers, which need the webhook relay. ${MADE_BY}\n\n${areas.join('\n\n')}`;
}

function listTable(page: string, { title, operations }: Section): string {
  return [
    `| ${title} | |`,
    '| --- | --- |',
    ...operations.map(
      ({ label, description, isInstant }) =>
        `| [${label}](${page}#${anchorOf(label)})${isInstant ? ' ⚡' : ''} | ${cell(description)} |`,
    ),
  ].join('\n');
}

function areaDocument({ label, sections }: AreaPage): string {
  const parts = sections.map(
    ({ title, intro, operations }) =>
      `## ${title}\n\n${intro}\n\n${operations.map(describe).join('\n')}`,
  );
  return `# ${label}\n\nWhat each step does, what it asks for and what it returns. ${MADE_BY} [All operations](README.md)\n\n${parts.join('\n')}`;
}

/** The README's table: a line for each area. */
export function areasTable(): string {
  const rows = AREA_PAGES.map(({ name, label, sections }) => {
    const counts = ['Triggers', 'Searches', 'Actions'].map(
      (title) => sections.find((section) => section.title === title)?.operations.length ?? '',
    );
    return `| [${label}](docs/operations/${name}) | ${counts.join(' | ')} |`;
  });
  return ['| Area | Triggers | Searches | Actions |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** Where an operation is described, from docs/: its page and its heading. @throws Error for none */
export function linkTo(label: string): string {
  const page = AREA_PAGES.find(({ sections }) =>
    sections.some(({ operations }) => operations.some((operation) => operation.label === label)),
  );
  if (!page) throw new Error(`No operation is called ${label}.`);
  return `operations/${page.name}#${anchorOf(label)}`;
}

/** The anchor that GitHub makes of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-');
}

function describe(operation: Operation): string {
  const { key, label, description, isInstant, fields, outputFields, sample } = operation;
  const kind = isInstant ? ' Needs the webhook relay.' : '';
  return [
    `### ${label}`,
    '',
    `\`${key}\`. ${description}${kind}`,
    '',
    fields.length === 0 ? 'No fields.' : fieldTable(fields),
    '',
    ...groupsOf(operation),
    `<details><summary>What it returns</summary>`,
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
  const isBlank = Array.isArray(value) && value.length === 0;
  if (isBlank || value === undefined || value === null || value === '') return '';
  const shown = Array.isArray(value) ? value.map(String).join(', ') : toExample(value);
  return `\`${cell(shown).replaceAll('`', "'")}\``;
}

function toExample(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
