import { delivery } from '../suite/delivery.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

delivery(makeLanePostgres);
