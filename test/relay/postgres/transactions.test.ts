import { transactions } from '../suite/transactions.ts';
import { postgresServer } from '../support/database.ts';

transactions(postgresServer());
