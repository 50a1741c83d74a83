import { agencies } from '../suite/agencies.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

agencies(makeLanePostgres);
