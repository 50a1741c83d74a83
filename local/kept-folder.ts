import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder that is made once of something, and only read from then on. */
export class KeptFolder {
  readonly path: string;

  /**
   * @param beside the folder that it lies in
   * @param kind what its name begins with
   * @param of what it is made of: for something else, it is another folder
   */
  constructor(beside: string, kind: string, of: string | Uint8Array) {
    this.path = join(beside, `${kind}-${hash('sha256', of).slice(0, 16)}`);
  }

  /** Whether it is there. */
  exists(): boolean {
    return existsSync(this.path);
  }

  /** Makes it, unless it is there. Those of its kind that were made of something else go. */
  async make(fill: (folder: string) => Promise<void> | void): Promise<void> {
    if (this.exists()) return;
    await mkdir(dirname(this.path), { recursive: true });
    await this.#removeOthers();
    const unfinished = `${this.path}.${process.pid}`;
    await fill(unfinished);
    try {
      await rename(unfinished, this.path);
    } catch (error) {
      // Another process, which runs beside this one, was quicker.
      if (!this.exists()) throw error;
      await rm(unfinished, { recursive: true });
    }
  }

  /** Whole ones: what another process is making has its process ID after a dot. */
  async #removeOthers(): Promise<void> {
    const beside = dirname(this.path);
    const kind = basename(this.path).replace(/[0-9a-f]+$/, '');
    for (const name of readdirSync(beside)) {
      const isOfKind = name.startsWith(kind) && /^[0-9a-f]+$/.test(name.slice(kind.length));
      if (isOfKind) await rm(join(beside, name), { recursive: true, force: true });
    }
  }
}
