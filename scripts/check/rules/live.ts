import { isDeepStrictEqual } from 'node:util';

import type { RawRecord } from '../../../resources/values.ts';
import type { Field, Operation } from '../integration.ts';
import {
  departures,
  missingPaths,
  pathsOf,
  shorten,
  valuesAt,
  withChildren,
} from '../record-paths.ts';
import type { Finding, Rule } from '../rule.ts';
import { primaryKeys, wrongDates } from './samples.ts';

/** What an operation gave when it ran. */
export interface LiveRun {
  operation: Operation;
  /** Those of the definition, and those that functions make for this account. */
  outputFields: readonly Field[];
  /** What a Zap gets, with every pointer followed. */
  results: RawRecord[];
  /** What it returns for more inputs, some of which may be too many. */
  others: RawRecord[];
  /** What the editor shows of an instant trigger: the answer of performList, pointers followed. */
  listed: RawRecord[];
  /** Inputs that gave no result, in the order in which they were tried. */
  tries: Try[];
  /** Why it could not be run. */
  error?: string;
}

/** Inputs that gave no result, and what came of them, in a sentence. */
export interface Try {
  inputData: RawRecord;
  outcome: string;
}

/** What is wrong with single records of a run, once for each sentence. */
function recordRule(
  id: string,
  title: string,
  records: (run: LiveRun) => RawRecord[],
  findings: (record: RawRecord, run: LiveRun) => Omit<Finding, 'operation'>[],
): Rule<readonly LiveRun[]> {
  return {
    id,
    title,
    check: (runs) =>
      runs.flatMap((run) => {
        const found = new Map<string, Finding>();
        for (const record of records(run)) {
          for (const finding of findings(record, run)) {
            found.set(`${String(finding.field)} ${finding.message}`, {
              operation: run.operation.path,
              ...finding,
            });
          }
        }
        return [...found.values()];
      }),
  };
}

const results = (run: LiveRun) => run.results;
const listed = (run: LiveRun) => run.listed;

const oneRun: Rule<readonly LiveRun[]> = {
  id: 'T001',
  title: 'Every operation ran and returned a result',
  check: (runs) =>
    runs
      .filter((run) => run.error !== undefined || run.results.length === 0)
      .map(({ operation, error, tries }) => ({
        operation: operation.path,
        message: error === undefined ? triesOf(tries) : `It could not be run: ${error}`,
      })),
};

/** Each outcome once, with the first inputs that had it. */
function triesOf(tries: readonly Try[]): string {
  const byOutcome = new Map(tries.toReversed().map((one) => [one.outcome, one]));
  const lines = [...byOutcome.values()].toReversed().map(({ inputData, outcome }) => {
    const inputs = Object.entries(inputData).map(([key, value]) => `${key}: ${shorten(value)}`);
    return `\n      { ${inputs.join(', ')} }: ${outcome}`;
  });
  const count = tries.length === 1 ? '1 try' : `${tries.length} tries`;
  return `It ran and returned nothing, in ${count}.${lines.join('')}`;
}

const liveIds = recordRule(
  'T002',
  'The items of a poll have their primary keys',
  (run) => (run.operation.type === 'polling' ? run.results : []),
  (record, { operation }) =>
    primaryKeys(operation)
      .filter((key) => valuesAt(record, key).every((value) => (value ?? '') === ''))
      .map((key) => ({ field: key, message: `An item of the poll has no "${key}".` })),
);

const liveDates = recordRule(
  'T003',
  'Dates in results are ISO 8601, times with a zone',
  results,
  (record, { outputFields }) =>
    wrongDates(record, outputFields).map(({ field, value }) => ({
      field,
      message: `The date ${value} is not ISO 8601 with a zone.`,
    })),
);

const sampleKeys = recordRule(
  'T004',
  'Results have every key of the sample',
  results,
  (record, { operation }) =>
    missingPaths(pathsOf(operation.sample ?? {}), record).map((key) => ({
      field: key,
      message: `The sample has "${key}", but a result does not.`,
    })),
);

const liveTypes = recordRule(
  'T005',
  'Results are what the output fields say',
  results,
  (record, { outputFields }) =>
    departures(record, outputFields).map(({ field, message }) => ({
      field,
      message: `A result ${message}.`,
    })),
);

const listedKeys = recordRule(
  'T006',
  'An event has every key that the list showed in the editor',
  (run) => (run.listed.length === 0 ? [] : run.results),
  (record, run) =>
    missingPaths(pathsOf(run.listed[0] ?? {}), record).map((key) => ({
      field: key,
      message: `The list has "${key}", but an event does not.`,
    })),
);

const someListed: Rule<readonly LiveRun[]> = {
  id: 'list-gives-items',
  title: 'An instant trigger lists recent items in the editor',
  check: (runs) =>
    runs
      .filter(({ operation, error }) => operation.type === 'hook' && error === undefined)
      .filter((run) => run.listed.length === 0)
      .map(({ operation }) => ({
        operation: operation.path,
        message: 'performList gave nothing, so the editor shows the sample only.',
      })),
};

const listedTypes = recordRule(
  'Z001',
  'Listed items are what the output fields say',
  listed,
  (record, { outputFields }) =>
    departures(record, outputFields).map(({ field, message }) => ({
      field,
      message: `A listed item ${message}.`,
    })),
);

const filledLinks: Rule<readonly LiveRun[]> = {
  id: 'fills-links',
  title: 'The links of a record and its sub-account are filled in',
  check: (runs) =>
    runs
      .filter(({ results }) => results.length > 0)
      .flatMap((run) =>
        run.operation.outputFields
          .filter(
            ({ key }) => /(^|_)link$|Link$|^locationId$/.test(key) && isNeverFilled(key, [run]),
          )
          .map(({ key, label }) => ({
            operation: run.operation.path,
            field: key,
            message: `"${label}" is empty in every result.`,
          })),
      ),
};

/** A value that is empty in the results, and might be there with other inputs. */
export interface EmptyValue {
  /** Whether it is empty in these runs too. */
  isEmpty: (runs: readonly LiveRun[]) => boolean;
  /** Whether an operation returns it. */
  returns: (run: LiveRun) => boolean;
}

/** What a rule finds empty that other inputs may fill in. */
export function emptyValues(
  runs: readonly LiveRun[],
  rules: readonly Rule<readonly LiveRun[]>[],
): EmptyValue[] {
  const links = filledLinks.check(runs).map(({ operation, field = '' }) => {
    const returns = (run: LiveRun) => run.operation.path === operation;
    return {
      returns,
      isEmpty: (now: readonly LiveRun[]) => isNeverFilled(field, now.filter(returns)),
    };
  });
  if (!rules.includes(someValue)) return links;
  const values = someValue.check(runs).map(({ field }) => ({
    returns: ({ operation }: LiveRun) =>
      withChildren(operation.outputFields).some(({ key }) => key === field),
    isEmpty: (now: readonly LiveRun[]) => isNeverFilled(field ?? '', now),
  }));
  return [...links, ...values];
}

/** What no run here fills in, by output key, and why. */
const NOT_FILLED_HERE: Readonly<Record<string, string>> = {
  emailContent__bcc: 'The sandbox has no email with a blind copy.',
  bcc: 'The same.',
  followers: 'No conversation of the sandbox has followers.',
  details__title: 'No note of the sandbox has a title.',
  details__color: 'No note of the sandbox has a color.',
  unsubscribedFrom: 'Nobody in the sandbox has unsubscribed.',
  'subscriptions[]legalReason': 'The same.',
  'subscriptions[]legalDescription': 'The same.',
  'subscriptions[]dateUpdated': 'The same.',
  placeholder: 'No custom field of the sandbox has a placeholder.',
  linkedUser: 'No phone number of the sandbox is linked to a user.',
  scheduledFor: 'A second message to the same contact is stopped as a duplicate, scheduled or not.',
  failedIds: 'Nothing fails here.',
  notStartedIds: 'Nothing fails here.',
  'results[]problem': 'Nothing fails here.',
  problem: 'Nothing fails here.',
  failed: 'The same.',
  notStarted: 'All of it is done in time here.',
  notSaved: 'HighLevel saves what it is sent here.',
  notice: 'The same.',
  sku: "HighLevel's specification has no SKU in the answers, only in what is sent.",
  businessName: 'No AI agent of the sandbox names a business.',
  campaigns: "HighLevel's example of an email event has none.",
  collectionIds: 'No product of the sandbox is in a collection.',
  failureReason: 'The sandbox has the record of no payment provider.',
  typeId:
    'Only the choice "A subscription type" has one, with fields that are tried one at a time.',
};

/** True only where all operations have run: what one leaves empty, another fills in. */
export const someValue: Rule<readonly LiveRun[]> = {
  id: 'never-filled',
  title: 'Every value that operations return is there in the result of one of them',
  check: (runs) => {
    const fields = new Map<string, { operation: string; field: Field }>();
    for (const { operation } of runs) {
      for (const field of withChildren(operation.outputFields)) {
        const name = `${field.key} ${field.label}`;
        if (!fields.has(name)) fields.set(name, { operation: operation.path, field });
      }
    }
    return [...fields.values()]
      .filter(({ field: { key } }) => !(key in NOT_FILLED_HERE) && isNeverFilled(key, runs))
      .map(({ operation, field: { key, label } }) => ({
        operation,
        field: key,
        message: `"${label}" is empty in the results of all operations: is it read under the right name?`,
      }));
  },
};

function isNeverFilled(key: string, runs: readonly LiveRun[]): boolean {
  const isEmpty = (value: unknown) =>
    value === null || value === undefined || value === '' || isDeepStrictEqual(value, []);
  return runs
    .flatMap(({ results, others, listed }) => [...results, ...others, ...listed])
    .every((record) => valuesAt(record, key).every(isEmpty));
}

export const liveRules = [
  filledLinks,
  oneRun,
  liveIds,
  liveDates,
  sampleKeys,
  liveTypes,
  listedKeys,
  someListed,
  listedTypes,
];
