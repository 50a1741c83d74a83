import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';

import { makeTempFolder, removeFolder, type LocalZapier } from '../../local/index.ts';
import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';
import { readPackage } from '../../scripts/lib/package.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { runZapierCli } from '../../scripts/lib/zapier-cli.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const COMMANDS = fileURLToPath(new URL('../support/zapier-commands.mjs', import.meta.url));
const GUIDE = readFileSync(join(ROOT, 'docs', 'local.md'), 'utf8');

/** The code between two marks of the guide. */
function codeIn(mark: string): string {
  const [, code] =
    new RegExp(`<!-- ${mark} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(GUIDE) ?? [];
  if (code === undefined) throw new Error(`docs/local.md has no ${mark}.`);
  return code;
}

let folder: string;

beforeAll(() => {
  folder = makeTempFolder();
});

afterAll(() => {
  removeFolder(folder);
});

test('The script of the guide runs as it stands', async () => {
  const script = join(folder, 'example.ts');
  const index = JSON.stringify(new URL('../../local/index.ts', import.meta.url).href);
  writeFileSync(script, codeIn('example').replace("'./local/index.ts'", index));
  const { code, output } = await runCommand(process.execPath, nodeArguments(script), {
    cwd: ROOT,
  });
  expect(output).toContain('Subject');
  expect(output).toContain('Is Thursday free?');
  expect(output).toMatch(/\[\]\nfulfilled\nPOST http:\S+\/contacts\/\w+\/notes 20\d\n/);
  expect(code).toBe(0);
});

describe('invoke, as the guide shows it', () => {
  let zapier: LocalZapier;
  let outputs: string[] = [];
  const commands = codeIn('invoke')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

  beforeAll(async () => {
    zapier = await sharedZapier();
    // What `invoke auth start` leaves after the same sign-in.
    const settings = Object.entries(await zapier.sandbox.connectorSettings());
    const tokens = Object.entries(zapier.authData).map(([key, value]) => [
      `authData_${key}`,
      value,
    ]);
    writeFileSync(
      join(folder, '.env'),
      [...settings, ...tokens].map(([name, value]) => `${name}='${value}'\n`).join(''),
    );
    const archive = unzipSync(readFileSync(readPackage().buildZip));
    for (const path of ['package.json', 'dist/index.js']) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), archive[path] ?? '');
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    outputs = await outputsOf(commands);
  });

  /** What each command prints; of those after one that fails, nothing. */
  async function outputsOf(lines: readonly string[]): Promise<string[]> {
    const end = randomUUID();
    const all = lines.map(argumentsIn);
    const { output } = await runZapierCli([end, JSON.stringify(all)], {
      cwd: folder,
      program: COMMANDS,
    });
    return output.split(end);
  }

  function argumentsIn(command: string): string[] {
    const [, kind = '', words = ''] = /^npx zapier-platform (invoke) (.*)$/.exec(command) ?? [];
    const [, data = ''] = /'([^']*)'/.exec(words) ?? [];
    const args = words.replace(/'[^']*'/, 'DATA').split(' ');
    return [kind, ...args.map((word) => (word === 'DATA' ? data : word))];
  }

  const EXPECTED: Record<string, string> = {
    'auth label': 'Harbour Dental',
    'search find_contact': '"firstName": "Anna"',
    'trigger new_message': '"channel": "sms"',
    'auth refresh': 'Auth data has been refreshed and appended to .env file.',
  };

  test.each(commands)('%s', (command) => {
    const [, ...args] = argumentsIn(command);
    const index = commands.indexOf(command);
    expect(outputs[index]).toContain(EXPECTED[args.slice(0, 2).join(' ')]);
    // It ended well: something follows its end.
    expect(outputs.length).toBeGreaterThan(index + 1);
  });
});
