import { queueAndIngest } from '../suite/queue.ts';
import { postgresServer } from '../support/postgres-server.ts';

queueAndIngest(postgresServer());
