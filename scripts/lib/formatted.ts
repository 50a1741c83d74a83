import { join } from 'node:path';

import { format } from 'oxfmt';

import { readJsonObject, ROOT } from './project.ts';

/**
 * What `npm run format` would make of a file.
 *
 * @param path tells its language
 */
export async function formatted(path: string, text: string): Promise<string> {
  const { code, errors } = await format(path, text, readJsonObject(join(ROOT, '.oxfmtrc.json')));
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return code;
}
