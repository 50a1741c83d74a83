import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { unzipSync } from 'fflate';

import { runCommand, type CommandResult } from './command.ts';

/** What the Zapier CLI starts of what it built, to see that nothing is missing. */
const STARTED = 'zapierwrapper.js';

/**
 * Whether the Zapier CLI gave up on the start of what it built. It waits 5 seconds for it, which a
 * busy machine may not keep, and then ends with an error without a word.
 */
export function isStartTooSlow({ code, output }: CommandResult): boolean {
  return (
    code !== 0 && /Testing build\s+›\s+Error:\s*(?:›\s*)*(?:\S*re-run this command|$)/.test(output)
  );
}

/** Does what the CLI does there, however long it takes. @returns how it ended */
export async function startOfBuild(zip: Uint8Array): Promise<CommandResult> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-zapier-'));
  try {
    for (const [path, content] of Object.entries(unzipSync(zip))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await runCommand(process.execPath, [STARTED], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
