import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { makeTempFolder } from '../../local/index.ts';
import { closureOf, importsOf } from '../../scripts/closures/imports.ts';

const FILES = {
  'operation.ts': `
import { z } from 'zod';
import type { Shape } from './shape.ts';
import { fields } from './fields.ts';
export const operation: Shape = { fields, z };`,
  'fields.ts': `
import { records } from './records.ts';
export const fields = [() => records];`,
  'records.ts': `
export { fields } from './fields.ts';
export const records = 'records';`,
  'shape.ts': 'export interface Shape { fields: unknown; z: unknown }',
};

describe('The closure of a file', () => {
  test('has what it imports, itself or through others, once, without types and packages', async () => {
    const folder = makeTempFolder();
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const imports = await importsOf(['operation.ts'], folder);
    expect(closureOf('operation.ts', imports)).toEqual(['fields.ts', 'records.ts']);
  });
});
