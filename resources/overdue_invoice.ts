import * as z from 'zod';

import { defineResource } from './define.ts';
import { integer, lead, primary } from './fields.ts';
import { invoice } from './invoice.ts';

/** An invoice that is overdue. Zapier starts a Zap once for each of its due dates: again when it gets a later one. */
export const overdueInvoice = defineResource('overdue invoice', () => {
  const { id, name, number, status, total, amountDue, amountPaid, currency, ...rest } =
    invoice.shape();
  const { issueDate, dueDate, ...others } = rest;
  return z.object({
    id: primary(id),
    name,
    number,
    status,
    total,
    amountDue,
    amountPaid,
    currency,
    issueDate,
    dueDate: lead(primary(dueDate)),
    daysOverdue: lead(integer('Days Overdue', 1)),
    ...others,
  });
});
