import { loss } from '../suite/loss.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

loss(makeLanePostgres);
