import { join } from 'node:path';

import { runCommand, type CommandResult } from './command.ts';
import { ROOT } from './project.ts';

const CLI = join(ROOT, 'scripts', 'lib', 'zapier-cli-command.mjs');

/**
 * Runs the Zapier CLI of this project under this Node, without its analytics and update notices.
 *
 * @param program another one that runs the CLI's commands
 * @param env what the CLI shall see beside this process's environment; `undefined` takes a variable
 * away
 */
export function runZapierCli(
  args: string[],
  options: { cwd: string; program?: string; env?: NodeJS.ProcessEnv; show?: boolean },
): Promise<CommandResult> {
  return runCommand(process.execPath, [options.program ?? CLI, ...args], {
    cwd: options.cwd,
    show: options.show ?? false,
    env: {
      DISABLE_ZAPIER_ANALYTICS: '1',
      NO_UPDATE_NOTIFIER: '1',
      ...process.env,
      // The CLI behaves differently where it believes to be under test.
      NODE_ENV: undefined,
      ...options.env,
    },
  });
}
