import type { FastifyInstance } from 'fastify';

import { ALT, day, PAGE, requireAlt } from '../http/alt.ts';
import { notFound } from '../http/errors.ts';
import { oneOf, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { param } from './find.ts';
import { templateDetail } from './invoice-views.ts';
import { iso } from './views.ts';

const READ = {
  access: { scope: 'invoices/template.readonly', tokens: ['Location', 'Company'] as const },
};

/** Templates of invoices, which are only read: an invoice is made of one by whoever reads it. */
export function invoiceTemplateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/invoices/template', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { ...ALT, ...PAGE },
      {
        status: string,
        startAt: day,
        endAt: day,
        search: string,
        paymentMode: oneOf(['default', 'live', 'test']),
      },
    );
    const locationId = requireAlt(request, query);
    const { limit, offset, startAt = '', endAt = '9999', search = '' } = query;
    const found = sandbox.store.invoiceTemplates.filter((one) => {
      const made = iso(one.dateAdded).slice(0, 10);
      return (
        one.locationId === locationId &&
        made >= startAt &&
        made <= endAt &&
        one.name.toLowerCase().includes(search.toLowerCase())
      );
    });
    return {
      data: found.slice(offset, offset + limit).map(templateDetail),
      totalCount: found.length,
    };
  });

  app.get('/invoices/template/:templateId', { config: READ }, (request) => {
    const locationId = requireAlt(request, readQuery(request.query, ALT, {}));
    const id = param(request, 'templateId');
    const template = sandbox.store.invoiceTemplates.get(id);
    if (template?.locationId !== locationId) throw notFound(`Template with id ${id} not found`);
    return templateDetail(template);
  });
}
