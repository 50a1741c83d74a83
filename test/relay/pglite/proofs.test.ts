import { proofs } from '../suite/proofs.ts';
import { makePGlite } from '../support/database.ts';

proofs(makePGlite);
