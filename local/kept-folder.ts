import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Written last, beside what is kept: without it some of that is missing, as after a `git clean`. */
const MARK = 'whole';

/** A folder that is made once of something, and only read from then on. */
export class KeptFolder {
  readonly path: string;
  readonly #home: string;

  /**
   * @param beside the folder that it lies in
   * @param kind what its name begins with
   * @param of what it is made of: for something else, it is another folder
   */
  constructor(beside: string, kind: string, of: string | Uint8Array) {
    this.#home = join(beside, `${kind}-${hash('sha256', of).slice(0, 16)}`);
    this.path = join(this.#home, 'files');
  }

  /** Whether it is there, and whole. */
  exists(): boolean {
    return existsSync(join(this.#home, MARK));
  }

  /** Makes it, unless it is there. Those of its kind that were made of something else go, or are not whole. */
  async make(fill: (folder: string) => Promise<void> | void): Promise<void> {
    if (this.exists()) return;
    const unfinished = `${this.#home}.${process.pid}`;
    await mkdir(unfinished, { recursive: true });
    await this.#removeOthers();
    await fill(join(unfinished, basename(this.path)));
    await writeFile(join(unfinished, MARK), '');
    try {
      await rename(unfinished, this.#home);
    } catch (error) {
      // Another process, which runs beside this one, was quicker.
      if (!this.exists()) throw error;
      await rm(unfinished, { recursive: true });
    }
  }

  /** Finished ones: what another process is making has its process ID after a dot. */
  async #removeOthers(): Promise<void> {
    const beside = dirname(this.#home);
    const kind = basename(this.#home).replace(/[0-9a-f]+$/, '');
    for (const name of readdirSync(beside)) {
      const isOfKind = name.startsWith(kind) && /^[0-9a-f]+$/.test(name.slice(kind.length));
      if (isOfKind) await rm(join(beside, name), { recursive: true, force: true });
    }
  }
}
