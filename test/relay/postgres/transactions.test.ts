import { transactions } from '../suite/transactions.ts';
import { postgresServer } from '../support/postgres-server.ts';

transactions(postgresServer());
