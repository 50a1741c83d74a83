import { operation } from '../suite/operation.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

operation(makeLanePostgres);
