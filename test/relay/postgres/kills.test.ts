import { kills } from '../suite/kills.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

kills(makeLanePostgres);
