import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { makeTempFolder, removeFolder } from '../../../local/index.ts';
import { listedDeviations } from '../../../scripts/contract/check.ts';
import type { RecordedRequest } from '../../../scripts/contract/recorder.ts';
import {
  problemsIn,
  readDeviations,
  reportOn,
  type Deviation,
} from '../../../scripts/contract/report.ts';
import { readSpecification } from '../../../scripts/contract/specification.ts';

const folder = makeTempFolder();
afterAll(() => {
  removeFolder(folder);
});

const version = {
  name: 'Version',
  in: 'header',
  required: true,
  schema: { type: 'string', enum: ['2021-01-01'] },
};

mkdirSync(join(folder, 'openapi'));
writeFileSync(
  join(folder, 'openapi', 'letters.json'),
  JSON.stringify({
    paths: {
      '/letters/{id}': {
        get: {
          parameters: [
            version,
            { name: 'limit', in: 'query', required: true, schema: { type: 'number' } },
          ],
        },
      },
      '/letters/latest': { get: { parameters: [] } },
      '/letters': {
        post: {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Letter' } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Letter: {
          type: 'object',
          required: ['text'],
          properties: {
            text: { type: 'string' },
            kind: { type: 'string', enum: ['long', 'short'] },
          },
        },
      },
    },
  }),
);
const specification = readSpecification(join(folder, 'openapi'));

const read: RecordedRequest = {
  method: 'GET',
  path: '/letters/7',
  query: { limit: '5' },
  version: '2021-01-01',
  contentType: undefined,
  body: undefined,
};
const write: RecordedRequest = { ...read, method: 'POST', path: '/letters', query: {} };

function report(requests: RecordedRequest[], deviations: Deviation[] = []) {
  return reportOn(
    [{ operation: 'creates.letter', requests, refusals: [] }],
    specification,
    deviations,
  );
}

describe('the comparison with a specification', () => {
  test('finds nothing in a request that keeps it, and counts its endpoint', () => {
    const { findings, coverage } = report([read]);

    expect(findings).toEqual([]);
    expect(coverage).toEqual({
      letters: { covered: 1, all: 3, missing: ['GET /letters/latest', 'POST /letters'] },
    });
  });

  test('prefers a fixed path to one that varies', () => {
    const { findings, coverage } = report([{ ...read, path: '/letters/latest', query: {} }]);

    expect(findings).toEqual([]);
    expect(coverage['letters']?.missing).toEqual(['GET /letters/{id}', 'POST /letters']);
  });

  test.each([
    ['an unknown path', { ...read, path: '/parcels' }, 'GET /parcels is no endpoint.'],
    ['another method', { ...write, method: 'PUT' }, 'PUT /letters is no endpoint.'],
    ['another Version', { ...read, version: 'x' }, 'GET /letters/{id}: header.Version is x.'],
    ['a missing query', { ...read, query: {} }, 'GET /letters/{id}: query.limit is missing.'],
    [
      'a query of another type',
      { ...read, query: { limit: 'many' } },
      'GET /letters/{id}: query.limit has another type or value.',
    ],
    [
      'an unknown query',
      { ...read, query: { limit: '5', page: '1' } },
      'GET /letters/{id}: query.page is not in the specification.',
    ],
    ['a missing body', write, 'POST /letters: body is missing.'],
    ['a missing property', { ...write, body: {} }, 'POST /letters: body.text is missing.'],
    [
      'an unknown property',
      { ...write, body: { text: 'Hi', stamp: 1 } },
      'POST /letters: body.stamp is not in the specification.',
    ],
    ['another type', { ...write, body: { text: 1 } }, 'POST /letters: body.text must be string.'],
    [
      'a value that is not listed',
      { ...write, body: { text: 'Hi', kind: 'huge' } },
      'POST /letters: body.kind must be equal to one of the allowed values.',
    ],
  ])('finds %s', (_what, request, finding) => {
    expect(report([request]).findings).toEqual([`creates.letter: ${finding}`]);
  });

  test('keeps quiet about a deviation that is listed, and tells of one that no longer applies', () => {
    const deviation: Deviation = {
      operations: ['creates.letter'],
      endpoint: 'POST /letters',
      field: 'body.stamp',
      problem: 'is not in the specification',
      fact: 'Letters need stamps.',
    };

    expect(report([{ ...write, body: { text: 'Hi', stamp: 1 } }], [deviation])).toMatchObject({
      findings: [],
      unused: [],
    });
    const late = report([{ ...write, body: { text: 'Hi' } }], [deviation]);
    const sentence = 'creates.letter: POST /letters: body.stamp is not in the specification.';
    expect(late.unused).toEqual([sentence]);
    expect(problemsIn(late)).toEqual([`A listed deviation no longer applies: ${sentence}`]);
  });

  test('of one operation goes by its own deviations', () => {
    const [{ operations } = { operations: [] }] = listedDeviations();
    const own = listedDeviations(operations.slice(0, 1)).flatMap((one) => one.operations);
    expect(new Set(own)).toEqual(new Set(operations.slice(0, 1)));
    expect(own.length).toBeGreaterThan(0);
  });

  test('refuses a deviation without its fact', () => {
    expect(() =>
      readDeviations([{ operations: ['x'], endpoint: 'e', field: 'f', problem: 'p' }]),
    ).toThrow('A deviation lacks "fact"');
  });

  test('refuses a folder without specifications', () => {
    expect(() => readSpecification(join(folder, 'nothing'))).toThrow('contains no OpenAPI files');
  });
});
