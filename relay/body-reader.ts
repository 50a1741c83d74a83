import type { IncomingMessage, ServerResponse } from 'node:http';

import { Problem } from './problem.ts';

/** A body that a sender keeps waiting for is given up for others after this. */
const RETRY_AFTER_SECONDS = 5;

/** How much may be held in memory, in bytes. */
export interface BodyLimits {
  /** Of one body. */
  one: number;
  /** Of all bodies that are being read or whose requests are not answered yet. */
  all: number;
  /** How many bodies those may be. */
  count: number;
}

export const BODY_LIMITS: BodyLimits = {
  one: 32 * 1024 * 1024,
  all: 64 * 1024 * 1024,
  count: 4096,
};

/** What one request holds. */
interface Share {
  bytes: number;
  /** Stops reading for the benefit of others. */
  giveWay: () => void;
}

/**
 * Reads the bodies of requests and keeps count of their bytes, so that senders who say they have
 * much, or never come to an end, cannot fill the memory. When it is full, the one that has been
 * reading for the longest gives way: an honest body takes milliseconds.
 */
export class BodyReader {
  readonly #limits: BodyLimits;
  /** Those whose body is being read, in the order in which they began. */
  readonly #reading = new Set<Share>();
  #bytes = 0;
  #count = 0;

  constructor(limits: BodyLimits = BODY_LIMITS) {
    this.#limits = limits;
  }

  /** Bytes that are held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Reads a body whole. It counts until its request is answered.
   *
   * @throws Problem 413 when it is too large, 429 when it had to give way.
   */
  read(request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const announced = Number(request.headers['content-length'] ?? this.#limits.one);
      if (announced > this.#limits.one) {
        reject(this.#tooLarge());
        return;
      }
      if (this.#count >= this.#limits.count) {
        reject(full());
        return;
      }
      const body = new GrowingBody(announced);
      const stop = (): void => {
        this.#reading.delete(share);
        request.off('data', onData).off('end', onEnd).off('close', onClose);
      };
      const fail = (error: Error): void => {
        stop();
        this.#hold(share, -share.bytes);
        reject(error);
      };
      const share: Share = {
        bytes: 0,
        giveWay: () => {
          fail(full());
        },
      };
      const onData = (chunk: Buffer): void => {
        if (body.length + chunk.length > this.#limits.one) {
          fail(this.#tooLarge());
          return;
        }
        const more = body.growthFor(chunk);
        if (!this.#makeRoom(share, more)) return;
        this.#hold(share, more);
        body.append(chunk);
      };
      const onEnd = (): void => {
        stop();
        resolve(body.bytes);
      };
      const onClose = (): void => {
        fail(new Problem(400, 'broken_off', 'The request broke off.'));
      };

      const { socket } = request;
      const release = (): void => {
        response.off('close', release);
        socket.off('close', release);
        this.#count -= 1;
        this.#hold(share, -share.bytes);
      };
      this.#count += 1;
      // Node does not close a response that waits behind another one when their connection ends.
      response.once('close', release);
      socket.once('close', release);
      this.#reading.add(share);
      request.on('data', onData).once('end', onEnd).once('close', onClose);
    });
  }

  /** Has the oldest give way until there is room; false when that was the one that asks. */
  #makeRoom(share: Share, bytes: number): boolean {
    while (this.#bytes + bytes > this.#limits.all && this.#reading.has(share)) {
      const [oldest = share] = this.#reading;
      oldest.giveWay();
    }
    return this.#reading.has(share);
  }

  #hold(share: Share, bytes: number): void {
    share.bytes += bytes;
    this.#bytes += bytes;
  }

  #tooLarge(): Problem {
    const megabytes = Math.floor(this.#limits.one / (1024 * 1024));
    return new Problem(413, 'too_large', `The body is larger than ${megabytes} MiB.`);
  }
}

function full(): Problem {
  return new Problem(
    429,
    'behind',
    'The relay is reading too many events. Send it again.',
    RETRY_AFTER_SECONDS,
  );
}

/**
 * Bytes that come in pieces, in one buffer: pieces kept as they come would each cost more memory than
 * their bytes when a sender makes them tiny.
 */
class GrowingBody {
  length = 0;
  readonly #most: number;
  #buffer: Buffer = Buffer.alloc(0);

  /** @param most bytes that it will have. */
  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }

  /** How much more memory a piece would take. */
  growthFor(piece: Buffer): number {
    return this.#sizeWith(piece) - this.#buffer.length;
  }

  append(piece: Buffer): void {
    const size = this.#sizeWith(piece);
    if (this.length === 0) this.#buffer = piece;
    else {
      if (size > this.#buffer.length) {
        const grown = Buffer.allocUnsafeSlow(size);
        this.#buffer.copy(grown, 0, 0, this.length);
        this.#buffer = grown;
      }
      piece.copy(this.#buffer, this.length);
    }
    this.length += piece.length;
  }

  #sizeWith(piece: Buffer): number {
    const needed = this.length + piece.length;
    if (needed <= this.#buffer.length || this.length === 0) {
      return Math.max(needed, this.#buffer.length);
    }
    return Math.max(needed, Math.min(2 * this.#buffer.length, this.#most));
  }
}
