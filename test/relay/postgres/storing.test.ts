import { storing } from '../suite/storing.ts';
import { postgresServer } from '../support/postgres-server.ts';

storing(postgresServer());
