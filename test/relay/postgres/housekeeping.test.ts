import { housekeeping } from '../suite/housekeeping.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

housekeeping(makeLanePostgres);
