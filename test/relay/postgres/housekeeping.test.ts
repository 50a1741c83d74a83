import { housekeeping } from '../suite/housekeeping.ts';
import { postgresServer } from '../support/postgres-server.ts';

housekeeping(postgresServer());
