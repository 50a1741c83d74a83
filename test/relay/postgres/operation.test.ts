import { operation } from '../suite/operation.ts';
import { postgresServer } from '../support/database.ts';

operation(postgresServer());
