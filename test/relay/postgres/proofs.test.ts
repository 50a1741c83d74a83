import { proofs } from '../suite/proofs.ts';
import { postgresServer } from '../support/database.ts';

proofs(postgresServer());
