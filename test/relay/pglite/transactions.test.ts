import { transactions } from '../suite/transactions.ts';
import { makePGlite } from '../support/database.ts';

transactions(makePGlite);
