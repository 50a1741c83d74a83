import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The names under which Chromium, or Chrome, is installed. The one without any window is the quickest. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

export const NO_CHROMIUM =
  'There is no Chromium on the PATH. On Debian: apt-get install chromium-headless-shell. Or set CHROMIUM to the path of one.';

/** The installed Chromium: what CHROMIUM names, or the first on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...onPath].find(isProgram);
}

function isProgram(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not here, or not to be run.
  }
}
