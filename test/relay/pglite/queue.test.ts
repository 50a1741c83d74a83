import { queueAndIngest } from '../suite/queue.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

queueAndIngest(makeLanePGlite);
