import { queueAndIngest } from '../suite/queue.ts';
import { postgresServer } from '../support/database.ts';

queueAndIngest(postgresServer());
