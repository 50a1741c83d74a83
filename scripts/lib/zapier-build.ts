import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CommandResult } from './command.ts';
import { runZapierCli } from './zapier-cli.ts';

const IGNORED = '.gitignore';

/**
 * Has Zapier's CLI build build/build.zip in a staging copy, of all that lies there: it needs not search what
 * is needed, and its source.zip stays empty.
 *
 * @param flags more for the CLI
 * @param env what the CLI shall see beside this process's environment
 */
export function runZapierBuild(
  stage: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  writeFileSync(join(stage, IGNORED), '*\n');
  return runZapierCli(
    ['build', '--skip-dep-install', '--disable-dependency-detection', ...flags],
    // The .zapierapprc that may be set for an upload is not there.
    { cwd: stage, env: { ZAPIER_CURRENT_APP_FILE: undefined, ...env } },
  );
}

/** Whether a file of the build.zip that {@link runZapierBuild} makes is for Zapier, and not for its CLI. */
export function isShipped(path: string): boolean {
  return path !== IGNORED && !path.startsWith('node_modules/zapier-platform-core/include/');
}
