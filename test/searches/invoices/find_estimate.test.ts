import { describe, expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, run } from '../../support/app.ts';
import { ESTIMATE, ESTIMATE_ID, listedEstimates } from '../../support/estimates.ts';

const find = App.searches.find_estimate;
const OTHER = { ...ESTIMATE, _id: '67ac9a51106ee8311e911c2e', estimateNumber: 8 };

const found = async (inputData: RawRecord) => toRecord(await run(find, { inputData }))['results'];

describe('find_estimate', () => {
  test('finds by words, contact and status', async () => {
    const query = { contactId: 'hT7gK2mWq9ZbR4xVnL0s', status: 'sent', search: 'redesign' };
    listedEstimates([ESTIMATE], query);
    await expect(
      found({ query: 'redesign', contactId: 'hT7gK2mWq9ZbR4xVnL0s', status: 'Sent' }),
    ).resolves.toMatchObject([{ id: ESTIMATE_ID, number: 'EST-7', total: 0.27, currency: 'USD' }]);
  });

  test.each(['EST-7', '7', '#7'])('finds by the number %s', async (query) => {
    listedEstimates([OTHER, ESTIMATE]);
    await expect(found({ query })).resolves.toMatchObject([{ id: ESTIMATE_ID }]);
  });

  test('finds one from an earlier step among the latest; one that is gone is nothing', async () => {
    listedEstimates([OTHER, ESTIMATE]);
    await expect(found({ estimateId: ESTIMATE_ID })).resolves.toMatchObject([{ id: ESTIMATE_ID }]);
    listedEstimates([OTHER]);
    await expect(found({ estimateId: ESTIMATE_ID })).resolves.toEqual([]);
  });

  test.each([
    [{}, /Fill in .*Search Text/],
    [{ estimateId: ESTIMATE_ID, query: 'Example' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
