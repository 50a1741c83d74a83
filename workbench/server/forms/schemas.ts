import { z } from 'zod';

import type { Entries, Entry, FormState } from '../../api/form.ts';

const row = z.record(z.string(), z.string());

const entry: z.ZodType<Entry> = z.lazy(() =>
  z.discriminatedUnion('from', [
    z.object({
      from: z.literal('typed'),
      value: z.union([z.string(), z.array(z.string()), z.array(row)]),
    }),
    z.object({ from: z.literal('step'), value: z.string() }),
    z.object({ from: z.literal('search'), entries: z.record(z.string(), entry) }),
  ]),
);

export const entries: z.ZodType<Entries> = z.record(z.string(), entry);

export const operationKind = z.enum(['triggers', 'searches', 'creates']);

const formStateParts = {
  kind: operationKind,
  key: z.string(),
  connection: z.string(),
  timezone: z.string(),
  entries,
};

export const formState: z.ZodType<FormState> = z.object(formStateParts);

export const choiceRequest = z.object({
  ...formStateParts,
  field: z.string(),
  page: z.string().nullable(),
});

export const runRequest = z.object({ ...formStateParts, id: z.uuid() });
