import { expect, test } from '@jest/globals';

import { LANES } from '../../../scripts/verify/checks.ts';
import { isRecord, toList, toRecord } from '../../../resources/values.ts';

test('npm test runs every lane of jest.config.mjs', async () => {
  const path = '../../../jest.config.mjs';
  const config: unknown = await import(path);
  const projects = toList(toRecord(toRecord(config)['default'])['projects']).filter(isRecord);
  expect([...LANES].sort()).toEqual(projects.map(({ displayName }) => displayName).sort());
});
