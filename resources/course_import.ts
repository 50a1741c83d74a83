import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, text, texts } from './fields.ts';

/**
 * What was handed to HighLevel's course import. HighLevel names no course in its answer and makes it
 * a little later, so the id is the connector's own.
 */
export const courseImport = defineResource('course import', () =>
  z.object({
    title: text('Course Title', 'Welcome course'),
    status: text('Status', 'accepted'),
    categoryTitles: texts('Category Titles', ['First steps', 'Next steps']),
    categories: integer('Categories', 2),
    posts: integer('Posts', 5),
    id: id('Import ID', '8d0f2b6c4e1a'),
  }),
);
