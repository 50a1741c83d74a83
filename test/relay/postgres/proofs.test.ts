import { proofs } from '../suite/proofs.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

proofs(makeLanePostgres);
