import { proofs } from '../suite/proofs.ts';
import { postgresServer } from '../support/postgres-server.ts';

proofs(postgresServer());
