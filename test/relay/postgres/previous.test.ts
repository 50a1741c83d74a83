import { previous } from '../suite/previous.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

previous(makeLanePostgres);
