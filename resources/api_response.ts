import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, jsonObject, text, yesNo } from './fields.ts';

/** What HighLevel answered to a request that a person wrote. */
export const apiResponse = defineResource('answer', () =>
  z.object({
    status: integer('Status', 200),
    isSuccess: yesNo('Is Success', true),
    body: jsonObject('Body'),
    text: text('Body Text', '{"tags":[]}'),
    headers: jsonObject('Headers'),
    id: id('Request ID', '2b7e1c04-9d35-4f68-a1c2-70e4d8b95f13'),
  }),
);
