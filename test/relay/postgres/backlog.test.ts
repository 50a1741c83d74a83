import { backlog } from '../suite/backlog.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

backlog(makeLanePostgres);
