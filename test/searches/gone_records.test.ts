import { describe, expect, test } from '@jest/globals';

import { isRecord, type RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID, run } from '../support/app.ts';
import { playNetwork } from '../support/nock.ts';
import { EACH_VISIBLE, type Operation } from '../support/operations.ts';

playNetwork();

const GONE = 'gOnE4Tx8KpR2wQz9LvNc';

/** More than a search makes. */
const MOST_REQUESTS = 10;

/** How HighLevel answers for a record that is gone: each kind of record in its own way. */
const ANSWERS: [status: number, body: RawRecord][] = [
  [404, { statusCode: 404, message: 'Not found' }],
  [404, { statusCode: 404, message: `Record ${GONE} does not exist`, error: 'Not Found' }],
  [400, { statusCode: 400, message: `Contact with id ${GONE} not found` }],
  [400, { statusCode: 400, message: ['The record was not found'], error: 'Bad Request' }],
  [422, { statusCode: 422, message: ['Record not found'], error: 'Unprocessable Entity' }],
];

/** The searches with a field that takes a record's ID, and the field. */
const BY_ID = EACH_VISIBLE.filter(([, { kind }]) => kind === 'searches').flatMap(([path, entry]) =>
  entry.staticFields
    .map(({ key }) => String(key))
    .filter((key) => key.endsWith('Id'))
    .map((key): [path: string, key: string, entry: Operation] => [path, key, entry]),
);

/** What a search asks for beside the field, by its key and the field's. */
const BESIDE: Readonly<Record<string, RawRecord>> = {
  'find_opportunity.customFieldId': { customFieldValue: 'Referral' },
  'find_opportunities.customFieldId': { customFieldValue: 'Referral' },
  'find_appointment.calendarId': { contactId: 'hT7gK2mWq9ZbR4xVnL0s' },
  'find_appointments.calendarId': { period: 'today' },
  'find_appointments.assignedUserId': { period: 'today' },
  'find_appointments.groupId': { period: 'today' },
  'find_record.recordId': { objectKey: 'custom_objects.pet' },
  'find_related_records.associationId': { record: '67b2c4d8e1f30a5b7c9d2e41' },
};

function example(field: RawRecord): string {
  if (String(field['key']).endsWith('Id')) return 'cAl4Tx8KpR2wQz9LvNcY';
  return field['type'] === 'datetime' ? '2026-11-24T09:00:00Z' : 'Anna Example';
}

/** The sub-account, by whose clocks a search may go. */
const LOCATION_PATH = `/locations/${LOCATION_ID}`;
const LOCATION = {
  location: { id: LOCATION_ID, name: 'Harbour Dental', timezone: 'Europe/Berlin' },
};

/** HighLevel with empty lists, and without the record. */
function withoutIt([status, body]: (typeof ANSWERS)[number]): void {
  for (const method of ['GET', 'POST'] as const) {
    highLevel()
      .intercept(/^\//, method)
      .times(MOST_REQUESTS)
      .optionally()
      .reply(async (request: Request) => {
        const asked = `${decodeURIComponent(request.url)} ${await request.text()}`;
        if (asked.includes(GONE)) return [status, body];
        return [200, new URL(request.url).pathname === LOCATION_PATH ? LOCATION : {}];
      });
  }
}

describe.each(BY_ID)('%s by %s', (_path, key, entry) => {
  test.each(ANSWERS)('finds nothing where the record is gone: %i %j', async (...answer) => {
    withoutIt(answer);
    const others = entry.staticFields
      .filter((field) => field['required'] === true && field['key'] !== key)
      .map((field) => [String(field['key']), example(field)] as const);
    const inputData = {
      ...Object.fromEntries(others),
      ...BESIDE[`${entry.key}.${key}`],
      [key]: GONE,
    };
    const found: unknown = await run({ operation: entry.operation }, { inputData });
    expect(isRecord(found) ? found['results'] : found).toEqual([]);
  });
});

test('every search that is for a record by its ID is among them', () => {
  expect(BY_ID.length).toBeGreaterThan(10);
});
