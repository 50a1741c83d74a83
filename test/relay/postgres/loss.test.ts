import { loss } from '../suite/loss.ts';
import { postgresServer } from '../support/postgres-server.ts';

loss(postgresServer());
