import { readdirSync } from 'node:fs';

import { expect, test } from '@jest/globals';

const filesIn = (folder: string) => readdirSync(new URL(folder, import.meta.url)).sort();

test.each(['pglite', 'postgres'])('%s runs every part of the shared suite', (database) => {
  const parts = filesIn('suite').map((name) => name.replace(/\.ts$/, '.test.ts'));
  expect(filesIn(database)).toEqual(parts);
});
