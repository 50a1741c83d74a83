import { delivery } from '../suite/delivery.ts';
import { postgresServer } from '../support/database.ts';

delivery(postgresServer());
