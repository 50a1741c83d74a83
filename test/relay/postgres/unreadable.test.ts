import { unreadable } from '../suite/unreadable.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

unreadable(makeLanePostgres);
