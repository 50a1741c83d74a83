import { proofs } from '../suite/proofs.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

proofs(makeLanePGlite);
