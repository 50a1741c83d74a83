// npm run pictures, first half: runs npm start and draws what it prints as docs/pictures/start.svg.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { nodeArguments, runCommand } from './lib/command.ts';
import { ROOT } from './lib/project.ts';
import { terminalPicture } from './pictures/terminal.ts';

const FILE = join(ROOT, 'docs', 'pictures', 'start.svg');

const { code, output } = await runCommand(process.execPath, nodeArguments('scripts/start.ts'), {
  cwd: ROOT,
  env: { ...process.env, FORCE_COLOR: '1' },
  show: true,
});
if (code === 0) {
  writeFileSync(FILE, terminalPicture('npm start', output));
  console.log('Drew docs/pictures/start.svg');
} else {
  console.error(`${output}\nnpm start failed, so there is nothing to draw.`);
  process.exitCode = 1;
}
