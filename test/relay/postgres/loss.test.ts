import { loss } from '../suite/loss.ts';
import { postgresServer } from '../support/database.ts';

loss(postgresServer());
