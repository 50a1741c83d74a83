import { operation } from '../suite/operation.ts';
import { postgresServer } from '../support/postgres-server.ts';

operation(postgresServer());
