import { remembered } from '../suite/remembered.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

remembered(makeLanePostgres);
