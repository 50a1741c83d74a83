import { agencies } from '../suite/agencies.ts';
import { postgresServer } from '../support/postgres-server.ts';

agencies(postgresServer());
