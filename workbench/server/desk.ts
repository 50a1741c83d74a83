import type { LocalZapier } from '../../local/index.ts';
import type { Operations } from './catalog/operations.ts';
import type { Connections } from './connections/connections.ts';
import type { Live } from './live/live.ts';

/** What all pages work with. */
export interface Desk {
  zapier: LocalZapier;
  operations: Operations;
  connections: Connections;
  live: Live;
}
