import { transactions } from '../suite/transactions.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

transactions(makeLanePostgres);
