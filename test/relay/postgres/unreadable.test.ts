import { unreadable } from '../suite/unreadable.ts';
import { postgresServer } from '../support/postgres-server.ts';

unreadable(postgresServer());
