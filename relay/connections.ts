import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Clients wait for an answer before they send the next request. One that sends so many is cut off. */
const MOST_UNANSWERED = 16;
/** So many requests of all connections together may wait behind another one of their connection. */
const MOST_BEHIND = 256;

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * The open connections of a server. When there are too many, the one that has waited the longest for
 * its client is cut off: for the next request, the rest of one, or the reading of an answer. So nobody
 * keeps others out by connecting and being slow.
 */
export class OpenConnections {
  readonly #most: number;
  /** With the requests that are not answered yet. What changed last is at the end. */
  readonly #open = new Map<Socket, Set<Exchange>>();
  #behind = 0;

  /** @param most connections that may be open at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Keeps count of a server's connections. */
  watch(server: Server): void {
    server.on('connection', (socket) => {
      if (this.#open.size >= this.#most && !this.#makeRoom()) {
        socket.destroy();
        return;
      }
      this.#open.set(socket, new Set());
      // Each of its requests may listen to it, beside those who always do.
      socket.setMaxListeners(2 * MOST_UNANSWERED);
      socket.once('close', () => {
        this.#forget(socket);
      });
    });
  }

  /**
   * Takes note of a request whose head has arrived.
   *
   * @returns whether to answer it: not on a connection that is cut off.
   */
  begin(request: IncomingMessage, response: ServerResponse): boolean {
    const { socket } = request;
    const exchanges = this.#open.get(socket);
    if (!exchanges || socket.destroyed) return false;
    const isBehind = exchanges.size > 0;
    if (exchanges.size >= MOST_UNANSWERED || (isBehind && this.#behind >= MOST_BEHIND)) {
      this.#forget(socket);
      socket.destroy();
      return false;
    }
    const exchange = { request, response };
    exchanges.add(exchange);
    if (isBehind) this.#behind += 1;
    this.#moveToEnd(socket, exchanges);
    response.once('close', () => {
      if (!exchanges.delete(exchange)) return;
      if (exchanges.size > 0) this.#behind -= 1;
      this.#moveToEnd(socket, exchanges);
    });
    return true;
  }

  #moveToEnd(socket: Socket, exchanges: Set<Exchange>): void {
    if (this.#open.delete(socket)) this.#open.set(socket, exchanges);
  }

  /** Also of what waits behind another request: Node does not close such a response with its connection. */
  #forget(socket: Socket): void {
    const exchanges = this.#open.get(socket);
    if (!exchanges) return;
    this.#behind -= Math.max(0, exchanges.size - 1);
    this.#open.delete(socket);
    exchanges.clear();
  }

  #makeRoom(): boolean {
    for (const [socket, exchanges] of this.#open) {
      if ([...exchanges].some(waitsForRelay)) continue;
      this.#forget(socket);
      socket.destroy();
      return true;
    }
    return false;
  }
}

function waitsForRelay({ request, response }: Exchange): boolean {
  return request.complete && !response.writableEnded;
}
