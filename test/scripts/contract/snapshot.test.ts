import { expect, test } from '@jest/globals';

import type { RecordedRequest } from '../../../scripts/contract/recorder.ts';
import { recordId } from '../../../scripts/contract/ids.ts';
import {
  snapshotDifferences,
  snapshotOf,
  withoutWrites,
} from '../../../scripts/contract/snapshot.ts';

function asked(method: string, path: string): RecordedRequest {
  return { method, path, query: {}, version: undefined, contentType: undefined, body: undefined };
}

test('the paths of a snapshot are those of the requests, without their values', () => {
  const requests = [
    asked('PUT', '/contacts/contactId-1/notes/record-1'),
    asked('PUT', `/contacts/${recordId('contact')}/notes/${recordId('note')}`),
    asked('GET', '/emails/anna%40example.com'),
    asked('GET', '/numbers/%2B15550100123/search'),
    asked('GET', '/conversations-v3/'),
  ];
  expect(snapshotOf([{ operation: 'creates.letter', requests, refusals: [] }])).toEqual({
    'creates.letter': [
      'GET /conversations-v3/',
      'GET /emails/{id}',
      'GET /numbers/{id}/search',
      'PUT /contacts/{id}/notes/{id}',
    ],
  });
});

test('what differs from the snapshot is told in a few lines, with the command that writes it', () => {
  const saved = { 'creates.a': ['GET /a', 'GET /b'], 'creates.gone': [] };
  const actual = { 'creates.a': ['GET /b', 'PUT /c'], 'triggers.new': ['GET /d'] };
  expect(snapshotDifferences(saved, saved)).toEqual([]);
  expect(snapshotDifferences(saved, actual)).toEqual([
    '+ creates.a: PUT /c',
    '- creates.a: GET /a',
    '- creates.gone: no endpoint',
    '+ triggers.new: GET /d',
    expect.stringContaining('npm run contract -- --save'),
  ]);
});

test('an action that wrote nothing is told with what it said', () => {
  const read = [asked('GET', '/a')];
  const refusals = ['No coupon has the ID.', 'No coupon has the ID.'];
  expect(
    withoutWrites([
      { operation: 'creates.a', requests: read, refusals },
      { operation: 'creates.b', requests: [...read, asked('PUT', '/a')], refusals },
      { operation: 'creates.c', requests: read, refusals: [] },
      { operation: 'searches.d', requests: read, refusals },
    ]),
  ).toEqual([
    'creates.a only reads here. It ended with: No coupon has the ID.',
    expect.stringContaining('scripts/contract/recorder.ts'),
  ]);
});
