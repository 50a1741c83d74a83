import type { RawRecord } from '../../../resources/values.ts';
import { visible, type Field, type Integration, type Operation } from '../integration.ts';
import {
  departures,
  isIsoDate,
  isOtherDate,
  missingPaths,
  pathsOf,
  shorten,
  valuesAt,
} from '../record-paths.ts';
import type { Rule } from '../rule.ts';
import { wordsOfKey } from '../text.ts';

interface WithSample extends Operation {
  sample: RawRecord;
}

function withSample(integration: Integration): WithSample[] {
  return visible(integration).flatMap((operation) =>
    operation.sample ? [{ ...operation, sample: operation.sample }] : [],
  );
}

/** The keys by which Zapier tells the items of a poll apart: the primary ones, else `id`. */
export function primaryKeys({ outputFields }: Operation): string[] {
  const primary = outputFields.filter(({ raw }) => raw['primary'] === true).map(({ key }) => key);
  return primary.length > 0 ? primary : ['id'];
}

/** The dates of a record that are not in ISO 8601: where a date is declared, and where one stands. */
export function wrongDates(record: RawRecord, outputFields: readonly Field[]): WrongDate[] {
  const declared = outputFields.filter(({ type }) => type === 'datetime').map(({ key }) => key);
  return [...new Set([...declared, ...pathsOf(record)])].flatMap((key): WrongDate[] => {
    const values = valuesAt(record, key).flat();
    const wrong = values.find((value) => {
      if (value === null || value === undefined || value === '') return false;
      return declared.includes(key) ? !isIsoDate(value) : isOtherDate(value);
    });
    return wrong === undefined ? [] : [{ field: key, value: shorten(wrong) }];
  });
}

interface WrongDate {
  field: string;
  value: string;
}

const sampleIds: Rule<Integration> = {
  id: 'D010',
  title: 'The sample of a polling trigger has its primary keys',
  check: (integration) =>
    withSample(integration)
      .filter(({ type }) => type === 'polling')
      .flatMap((operation) =>
        primaryKeys(operation)
          .filter((key) => valuesAt(operation.sample, key).every(isEmpty))
          .map((key) => ({
            operation: operation.path,
            field: key,
            message: `The sample has no "${key}", by which Zapier tells what is new.`,
          })),
      ),
};

const sampleRequired: Rule<Integration> = {
  id: 'D012',
  title: 'There is a sample',
  check: (integration) =>
    visible(integration)
      .filter(({ sample }) => !sample || Object.keys(sample).length === 0)
      .map(({ path }) => ({
        operation: path,
        message: 'Without a sample, later steps have no fields to map.',
      })),
};

const sampleDates: Rule<Integration> = {
  id: 'D023',
  title: 'Dates in samples are ISO 8601, times with a zone',
  check: (integration) =>
    withSample(integration).flatMap(({ path, sample, outputFields }) =>
      wrongDates(sample, outputFields).map(({ field, value }) => ({
        operation: path,
        field,
        message: `The date ${value} in the sample is not ISO 8601 with a zone.`,
      })),
    ),
};

const sampleTypes: Rule<Integration> = {
  id: 'D024',
  title: 'The sample is what the output fields say',
  check: (integration) =>
    withSample(integration).flatMap(({ path, sample, outputFields }) =>
      departures(sample, outputFields).map(({ field, message }) => ({
        operation: path,
        field,
        message: `The sample ${message}.`,
      })),
    ),
};

const sampleDescribed: Rule<Integration> = {
  id: 'sample-described',
  title: 'Sample and output fields name the same keys',
  check: (integration) =>
    withSample(integration).flatMap(({ path, sample, outputFields }) => {
      const keys = outputFields.flatMap((field) =>
        field.children.length === 0
          ? [field.key]
          : field.children.map((child) => `${field.key}[]${child.key}`),
      );
      const unlabelled = pathsOf(sample).filter((key) => !keys.some((one) => covers(one, key)));
      return [
        ...unlabelled.map((key) => ({
          operation: path,
          field: key,
          message: `"${key}" of the sample has no output field, so people read the raw key.`,
        })),
        ...missingPaths(keys, sample).map((key) => ({
          operation: path,
          field: key,
          message: `The output field "${key}" is not in the sample.`,
        })),
      ];
    }),
};

const returnsId: Rule<Integration> = {
  id: 'returns-id',
  title: 'A step gives the ID of its record',
  check: (integration) =>
    withSample(integration)
      // Of a poll, D010 asks for it.
      .filter(({ type }) => type !== 'polling')
      .filter(({ sample }) => isEmpty(sample['id']))
      .map(({ path }) => ({
        operation: path,
        field: 'id',
        message: 'It returns no "id", which later steps need to work with the record.',
      })),
};

/** What is deleted has no name to work with any longer, and no page to open. */
function isDeletion({ kind, label }: Operation): boolean {
  return kind === 'creates' && /^Delete\b/.test(label);
}

/** Words at the end of keys for what people call a record. */
const NAME_WORDS = ['name', 'title', 'subject', 'label', 'text', 'body', 'summary'];
const LINK_WORDS = ['link', 'url', 'links'];

const returnsName: Rule<Integration> = {
  id: 'returns-name-or-link',
  title: 'A step gives a name or a link beside the ID',
  check: (integration) =>
    withSample(integration)
      .filter((operation) => !isDeletion(operation))
      .filter(
        ({ sample }) =>
          !Object.keys(sample).some((key) =>
            [...NAME_WORDS, ...LINK_WORDS].includes(wordsOfKey(key).at(-1) ?? ''),
          ),
      )
      .map(({ path }) => ({
        operation: path,
        message:
          'It returns neither a name nor a link, so a person cannot tell which record it is.',
      })),
};

function covers(declared: string, key: string): boolean {
  return declared === key || key.startsWith(`${declared}__`) || key.startsWith(`${declared}[]`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export const sampleRules = [
  sampleIds,
  sampleRequired,
  sampleDates,
  sampleTypes,
  sampleDescribed,
  returnsId,
  returnsName,
];
