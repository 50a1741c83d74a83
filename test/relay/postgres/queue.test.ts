import { queueAndIngest } from '../suite/queue.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

queueAndIngest(makeLanePostgres);
