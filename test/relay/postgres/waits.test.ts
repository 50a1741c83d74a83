import { waits } from '../suite/waits.ts';
import { postgresServer } from '../support/postgres-server.ts';

waits(postgresServer());
