import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which a test writes HTTP by hand, as slowly and as wrongly as it likes. */
export class RawClient {
  readonly #socket: Socket;
  #received = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#received += text;
    });
    // A connection that the server cuts is what some tests wait for.
    socket.on('error', () => undefined);
  }

  static async open(url: string): Promise<RawClient> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  /** Everything that came back. */
  get received(): string {
    return this.#received;
  }

  /** The statuses of the answers so far. */
  get statuses(): number[] {
    return [...this.#received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  }

  get isClosed(): boolean {
    return this.#socket.closed;
  }

  write(data: string | Buffer): void {
    this.#socket.write(data);
  }

  /** Writes the head of a POST. */
  head(path: string, headers: Record<string, string | number>): void {
    const lines = Object.entries({ host: 'relay', ...headers }).map((pair) => pair.join(': '));
    this.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  }

  /** Reads nothing from now on. */
  pause(): void {
    this.#socket.pause();
  }

  close(): void {
    this.#socket.destroy();
  }
}
