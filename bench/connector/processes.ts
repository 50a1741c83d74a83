import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unzipSync } from 'fflate';

import { isRecord, toRecord, type RawRecord } from '../../resources/values.ts';
import { LOCATION_ID } from './ids.ts';

/** Unpacks a zip as Zapier does before it runs it. */
export function unpack(zip: string, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** An event for Zapier's handler, with the connection and the address of HighLevel. */
export function eventOf(highLevel: string, method: string | undefined, inputData: RawRecord = {}) {
  return {
    command: method === undefined ? 'definition' : 'execute',
    method,
    bundle: {
      authData: { access_token: 'token-1', locationId: LOCATION_ID },
      inputData,
      meta: { page: 0, limit: -1, timezone: 'UTC', isLoadingSample: false },
    },
    environment: { HIGHLEVEL_API_URL: highLevel, CLIENT_ID: 'client', CLIENT_SECRET: 'secret' },
    zcacheTestObj: {},
    cursorTestObj: {},
    calledFromCli: true,
  };
}

/** Runs a script of this folder in a new process; its answer is the last line that it prints. */
export async function runScript(name: string, ...args: string[]): Promise<RawRecord> {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', script, ...args], {
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const lines = Buffer.concat(output).toString().trimEnd().split('\n');
  const answer: unknown = code === 0 ? JSON.parse(lines.at(-1) ?? '') : undefined;
  if (!isRecord(answer)) throw new Error(`${name} failed:\n${Buffer.concat(errors).toString()}`);
  return toRecord(answer);
}
