import { backlog } from '../suite/backlog.ts';
import { postgresServer } from '../support/postgres-server.ts';

backlog(postgresServer());
