import { queueAndIngest } from '../suite/queue.ts';
import { makePGlite } from '../support/database.ts';

queueAndIngest(makePGlite);
