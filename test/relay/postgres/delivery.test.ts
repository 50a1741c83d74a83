import { delivery } from '../suite/delivery.ts';
import { postgresServer } from '../support/postgres-server.ts';

delivery(postgresServer());
