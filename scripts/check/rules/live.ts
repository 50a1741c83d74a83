import type { RawRecord } from '../../../resources/values.ts';
import type { Field, Operation } from '../integration.ts';
import { departures, missingPaths, pathsOf, valuesAt } from '../record-paths.ts';
import type { Finding, Rule } from '../rule.ts';
import { primaryKeys, wrongDates } from './samples.ts';

/** What an operation gave when it ran. */
export interface LiveRun {
  operation: Operation;
  /** Those of the definition, and those that functions make for this account. */
  outputFields: readonly Field[];
  /** What a Zap gets, with every pointer followed. */
  results: RawRecord[];
  /** What the editor shows of an instant trigger: the answer of performList, pointers followed. */
  listed: RawRecord[];
  /** Why it gave nothing. */
  error?: string;
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
  title: 'Every operation ran and gave a result',
  check: (runs) =>
    runs
      .filter((run) => run.error !== undefined || run.results.length === 0)
      .map(({ operation, error }) => ({
        operation: operation.path,
        message: error ?? 'It ran and gave nothing.',
      })),
};

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
      message: `The sample has "${key}", a result has not.`,
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
      message: `The list has "${key}", an event has not.`,
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

export const liveRules = [
  oneRun,
  liveIds,
  liveDates,
  sampleKeys,
  liveTypes,
  listedKeys,
  someListed,
  listedTypes,
];
