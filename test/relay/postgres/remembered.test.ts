import { remembered } from '../suite/remembered.ts';
import { postgresServer } from '../support/postgres-server.ts';

remembered(postgresServer());
