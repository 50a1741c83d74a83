import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import * as z from 'zod';

import { nodeArguments } from '../../scripts/lib/command.ts';

/** A command that takes longer has hung. */
const COMMAND_LIMIT_MS = 180_000;

const reply = z.object({
  id: z.number(),
  value: z.unknown().optional(),
  error: z.string().optional(),
});

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** A script of this folder in a process of its own, which does what it is told. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #lastId = 0;

  /** @param environment what the script reads at its start */
  constructor(script: string, environment: Record<string, string> = {}) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.#process = spawn(process.execPath, nodeArguments(path), {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process.on('message', (message) => {
      const { id, value, error } = reply.parse(message);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    this.#ended = new Promise((resolve) => {
      this.#process.once('exit', (code) => {
        for (const { reject } of this.#waiting.values()) {
          reject(new Error(`${script} ended with ${code ?? 'a signal'}.`));
        }
        resolve();
      });
    });
  }

  /** Has a command done and reads its answer. */
  async call<T>(command: string, args: object, answer: z.ZodType<T>): Promise<T> {
    const id = ++this.#lastId;
    let timer: NodeJS.Timeout | undefined;
    try {
      const value = await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        timer = setTimeout(() => {
          reject(new Error(`${command} took longer than ${COMMAND_LIMIT_MS / 1000} s.`));
        }, COMMAND_LIMIT_MS);
        this.#process.send({ id, command, args });
      });
      return answer.parse(value);
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
