import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { listedDeviations, recordApp } from '../../scripts/contract/check.ts';
import { reportOn } from '../../scripts/contract/report.ts';
import type { OperationRequests } from '../../scripts/contract/run.ts';
import {
  readSnapshot,
  snapshotDifferences,
  snapshotOf,
  withoutWrites,
} from '../../scripts/contract/snapshot.ts';
import { fits, readSpecification } from '../../scripts/contract/specification.ts';
import { isRecord } from '../../resources/values.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const OPENAPI = fileURLToPath(new URL('../../../shared/highlevel/openapi', import.meta.url));

let results: OperationRequests[] = [];
beforeAll(async () => {
  const { app } = await sharedZapier();
  results = await recordApp(app);
});

describe('what the connector asks of HighLevel', () => {
  test('every operation reaches the endpoints of the snapshot', () => {
    expect(snapshotDifferences(readSnapshot(), snapshotOf(results))).toEqual([]);
  });

  test('every operation accepts some of its inputs', () => {
    const silent = results.filter(
      ({ operation, requests, refusals }) =>
        requests.length === 0 && refusals.length > 0 && !NEEDS_NO_REQUEST.includes(operation),
    );

    expect(silent.map(({ operation, refusals }) => [operation, refusals[0]])).toEqual([]);
  });

  test('every action goes on to what it writes', () => {
    const writers = results.filter(({ operation }) => !NEEDS_NO_REQUEST.includes(operation));
    expect(withoutWrites(writers)).toEqual([]);
  });

  test('every listed deviation still has its field as it says', () => {
    const stale = listedDeviations().flatMap(({ operations, endpoint, field, problem }) =>
      operations
        .filter((operation) => !applies(operation, endpoint, field, problem))
        .map((operation) => `${operation}: ${endpoint}: ${field} ${problem}`),
    );

    expect(stale).toEqual([]);
  });

  test('keeps to HighLevel’s own files, where they are beside the project', () => {
    const specification = existsSync(OPENAPI) ? readSpecification(OPENAPI) : undefined;
    const report = specification && reportOn(results, specification, listedDeviations());

    expect(report?.findings ?? []).toEqual([]);
    expect(report?.unused ?? []).toEqual([]);
  });
});

/** Operations whose every request goes elsewhere than to HighLevel. */
const NEEDS_NO_REQUEST: string[] = [];

/** Whether an operation sends, or leaves out, a field as a deviation says. */
function applies(operation: string, endpoint: string, field: string, problem: string): boolean {
  const [method, template = ''] = endpoint.split(' ');
  const requests = results
    .filter((one) => one.operation === operation)
    .flatMap((one) => one.requests)
    .filter((one) => one.method === method && fits(template, one.path));
  const [place, name = ''] = field.split('.');
  return requests.some((request) => {
    const values = place === 'query' ? request.query : request.body;
    // A field without a name is the body as a whole.
    const isSent = name === '' ? values !== undefined : isRecord(values) && name in values;
    return problem === 'is missing' ? !isSent : isSent;
  });
}
