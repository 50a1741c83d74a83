import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text } from './fields.ts';

/** One entry of a dropdown: what a step stores, and what a person reads. */
export const choice = defineResource('dropdown entry', () =>
  z.object({
    id: id('Entry ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    name: text('Name', 'Anna Example'),
  }),
);
