import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** One kept connection: a request at a time, written as it is, and only the answer's end is read. */
class Connection {
  readonly #socket: Socket;
  readonly #connected: Promise<unknown>;
  #received: Buffer = Buffer.alloc(0);
  #done: ((status: number) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(url: URL) {
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#connected = once(this.#socket, 'connect');
    this.#socket.on('data', (chunk) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#read();
    });
    const fail = (error?: Error): void => {
      this.#failed?.(error ?? new Error('The connection was closed.'));
    };
    this.#socket.on('error', fail);
    this.#socket.on('close', () => {
      fail();
    });
  }

  async connected(): Promise<this> {
    await this.#connected;
    return this;
  }

  post(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #read(): void {
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = /content-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#failed?.(new Error('The answer has no content-length.'));
      return;
    }
    if (this.#received.length < headEnd + HEAD_END.length + Number(length)) return;
    this.#received = Buffer.alloc(0);
    this.#done?.(Number(head.slice(9, 12)));
  }
}

/**
 * Connections to send from. A client of its own, because a usual one would take as much of the
 * processor as the server that is measured.
 */
export class Connections {
  readonly #free: Connection[];
  readonly #all: readonly Connection[];
  readonly #line: ((connection: Connection) => void)[] = [];

  private constructor(connections: readonly Connection[]) {
    this.#all = connections;
    this.#free = [...connections];
  }

  /**
   * Connects, so that no event has to wait for it.
   *
   * @param urls servers, to which the connections go in turn
   */
  static async open(urls: readonly string[], count: number): Promise<Connections> {
    const connections = Array.from({ length: count }, (_, index) => {
      return new Connection(new URL(urls[index % urls.length] ?? ''));
    });
    return new Connections(await Promise.all(connections.map((each) => each.connected())));
  }

  /**
   * Sends a request on the next free connection.
   *
   * @returns the status of the answer.
   */
  async post(request: Buffer): Promise<number> {
    const connection =
      this.#free.shift() ??
      (await new Promise<Connection>((resolve) => {
        this.#line.push(resolve);
      }));
    const status = await connection.post(request);
    const next = this.#line.shift();
    if (next) next(connection);
    else this.#free.push(connection);
    return status;
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }
}
