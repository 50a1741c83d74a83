import { previous } from '../suite/previous.ts';
import { postgresServer } from '../support/postgres-server.ts';

previous(postgresServer());
