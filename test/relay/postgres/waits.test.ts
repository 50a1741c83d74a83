import { waits } from '../suite/waits.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

waits(makeLanePostgres);
