import { describe, expect, test } from '@jest/globals';

import { toList } from '../../../resources/values.ts';
import { App, run } from '../../support/app.ts';
import { COMPANY, listed } from '../../support/companies.ts';

const trigger = App.triggers.new_company;

describe('new_company', () => {
  test('returns all companies, the newest first, in whatever order HighLevel lists them', async () => {
    const older = { ...COMPANY, id: '63771dcac1116f0e21de8e10', createdAt: '2025-01-02T00:00:00Z' };
    const full = Array.from({ length: 99 }, (_, index) => ({
      ...older,
      id: `63771dcac1116f0e21de9${String(100 + index)}`,
    }));
    listed([older, ...full]);
    listed([COMPANY], '100');
    const found = await run(trigger, {});
    expect(found).toHaveLength(101);
    expect(toList(found)[0]).toMatchObject({ id: COMPANY.id, name: 'Example Studio' });
  });
});
