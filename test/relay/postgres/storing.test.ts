import { storing } from '../suite/storing.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

storing(makeLanePostgres);
