import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { toRecord, toTexts } from '../../resources/values.ts';
import { formatted } from '../lib/formatted.ts';
import type { OperationRequests } from './run.ts';
import { isRecordId } from './ids.ts';

/** The endpoints that each operation reaches, such as `PUT /contacts/{id}`, by operation. */
export type Snapshot = Record<string, string[]>;

const FILE = fileURLToPath(new URL('./snapshot.json', import.meta.url));

/** The snapshot in the file. */
export function readSnapshot(): Snapshot {
  const data: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
  return Object.fromEntries(
    Object.entries(toRecord(data)).map(([operation, names]) => [operation, toTexts(names)]),
  );
}

/** Writes a snapshot as the formatter wants it, by the names of its operations. */
export async function writeSnapshot(snapshot: Snapshot): Promise<void> {
  const sorted = Object.entries(snapshot).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(sorted));
  writeFileSync(FILE, await formatted(FILE, text));
}

/** What a snapshot says of operations that ran against a recorder. */
export function snapshotOf(results: readonly OperationRequests[]): Snapshot {
  return Object.fromEntries(
    results.map(({ operation, requests }) => {
      const names = requests.map(({ method, path }) => `${method} ${templateOf(path)}`);
      return [operation, [...new Set(names)].toSorted()];
    }),
  );
}

/**
 * What is wrong with actions that were recorded and wrote nothing, with what they said, and what
 * to do about it. Their snapshot would lack the endpoint that they are for.
 */
export function withoutWrites(results: readonly OperationRequests[]): string[] {
  const lines = results
    .filter(
      ({ operation, requests, refusals }) =>
        operation.startsWith('creates.') &&
        refusals.length > 0 &&
        requests.every(({ method }) => method === 'GET'),
    )
    .map(
      ({ operation, refusals }) =>
        `${operation} only reads here. It ended with: ${[...new Set(refusals)].slice(0, 3).join(' ')}`,
    );
  if (lines.length === 0) return [];
  return [
    ...lines,
    'Inputs that go together are set in scripts/contract/inputs.ts, the records that a step reads first in scripts/contract/recorder.ts.',
  ];
}

/** The path with `{id}` for each value: what inputs.ts fills in and recorder.ts answers is known by its form. */
export function templateOf(path: string): string {
  const isValue = (segment: string) => {
    const value = decodeURIComponent(segment);
    return isRecordId(value) || /-\d+$|@|^\+\d/.test(value);
  };
  return path
    .split('/')
    .map((segment) => (isValue(segment) ? '{id}' : segment))
    .join('/');
}

/**
 * How two snapshots differ, a sentence per endpoint, and what to do about it.
 *
 * @param saved what the file says
 */
export function snapshotDifferences(saved: Snapshot, actual: Snapshot): string[] {
  const operations = new Set([...Object.keys(saved), ...Object.keys(actual)]);
  const lines = [...operations].flatMap((operation) => {
    const before = saved[operation] ?? [];
    const now = actual[operation] ?? [];
    const isListed = operation in saved === operation in actual;
    return [
      ...now.filter((name) => !before.includes(name)).map((name) => `+ ${operation}: ${name}`),
      ...before.filter((name) => !now.includes(name)).map((name) => `- ${operation}: ${name}`),
      ...(!isListed && before.length + now.length === 0
        ? [`${operation in actual ? '+' : '-'} ${operation}: no endpoint`]
        : []),
    ];
  });
  if (lines.length === 0) return [];
  return [
    ...lines,
    'If the + are meant, write them to scripts/contract/snapshot.json: npm run contract -- --save',
  ];
}
