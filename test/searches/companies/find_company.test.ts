import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { COMPANY, COMPANY_ID, listed } from '../../support/companies.ts';

const find = App.searches.find_company;
const OTHER = {
  ...COMPANY,
  id: '63771dcac1116f0e21de8e13',
  name: 'Example Studio North',
  email: null,
  phone: '(555) 010-0201',
  website: 'north.example.org',
};

describe('find_company', () => {
  test.each([
    [{ name: 'example studio' }, [COMPANY_ID, OTHER.id]],
    [{ name: 'EXAMPLE studio', exactName: true }, [COMPANY_ID]],
    [{ name: 'north' }, [OTHER.id]],
    [{ name: 'north', exactName: true }, []],
    [{ email: 'Office@Example.com' }, [COMPANY_ID]],
    [{ phone: '+1 555 010 0200' }, [COMPANY_ID]],
    [{ phone: '0100201' }, [OTHER.id]],
    [{ website: 'http://example.com' }, [COMPANY_ID]],
    [{ name: 'Example Studio', website: 'example.org/' }, [OTHER.id]],
    [{ name: 'Example Studio', email: 'nobody@example.com' }, []],
  ])('finds by %p', async (inputData, ids) => {
    listed([OTHER, COMPANY]);
    const found = await run(find, { inputData });
    expect(found).toMatchObject(ids.map((id) => ({ id })));
    expect(found).toHaveLength(ids.length);
  });

  test('reads on after a full page', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({
      ...OTHER,
      id: `63771dcac1116f0e21de9${String(100 + index)}`,
    }));
    listed(full);
    listed([COMPANY], '100');
    await expect(run(find, { inputData: { email: COMPANY.email } })).resolves.toHaveLength(1);
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    const inputData = { companyId: COMPANY_ID };
    highLevel().get(`/businesses/${COMPANY_ID}`).reply(200, { business: COMPANY });
    await expect(run(find, { inputData })).resolves.toMatchObject([{ name: 'Example Studio' }]);
    highLevel().get(`/businesses/${COMPANY_ID}`).reply(404, { message: 'Not found' });
    await expect(run(find, { inputData })).resolves.toEqual([]);
  });

  test.each([
    [{}, /Fill in .*Name/],
    [{ companyId: COMPANY_ID, name: 'Example' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
