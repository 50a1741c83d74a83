import type { FastifyInstance } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { digitsText } from '../http/alt.ts';
import { type Json, notFound } from '../http/errors.ts';
import {
  anything,
  between,
  boolean,
  booleanText,
  listOf,
  nested,
  object,
  oneOf,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { EmailTemplate } from '../state/email-marketing.ts';
import { newObjectId } from '../state/ids.ts';
import { param } from './find.ts';
import { iso } from './views.ts';

const READ = { access: { scope: 'emails/builder.readonly' } };
const WRITE = { access: { scope: 'emails/builder.write' } };

const previewUrl = (sandbox: Sandbox, { id }: EmailTemplate): string =>
  sandbox.absolute(`/email-templates/${id}`);

const templateRow = (sandbox: Sandbox, template: EmailTemplate): Json => ({
  id: template.id,
  name: template.name,
  updatedBy: template.updatedBy,
  isPlainText: template.isPlainText,
  lastUpdated: iso(template.dateUpdated),
  dateAdded: iso(template.dateAdded),
  previewUrl: previewUrl(sandbox, template),
  version: '2',
  templateType: template.templateType,
});

function find(sandbox: Sandbox, locationId: string, id: string): EmailTemplate {
  const template = sandbox.store.emailTemplates.get(id);
  if (template?.locationId !== locationId) throw notFound(`Template with id ${id} not found`);
  return template;
}

/** Templates of emails (the text of one is written in a second call). */
export function emailTemplateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/emails/builder', { config: READ }, (request) => {
    const query = readLocationQuery(
      request,
      {},
      {
        limit: between(1, 100, digitsText),
        offset: between(0, Number.MAX_SAFE_INTEGER, digitsText),
        search: string,
        sortByDate: oneOf(['asc', 'desc']),
        archived: booleanText,
        builderVersion: oneOf(['1', '2']),
        name: string,
        parentId: string,
        originId: string,
        templatesOnly: booleanText,
      },
    );
    const { limit = 10, offset = 0, name = '', search = name, archived = false } = query;
    const sign = query.sortByDate === 'asc' ? 1 : -1;
    const found = sandbox.store.emailTemplates
      .filter(
        (one) =>
          one.locationId === query.locationId &&
          one.archived === archived &&
          one.name.toLowerCase().includes(search.toLowerCase()) &&
          (query.parentId ?? one.parentId) === one.parentId &&
          (query.templatesOnly !== true || one.templateType !== 'folder'),
      )
      .sort((a, b) => sign * (a.dateUpdated - b.dateUpdated));
    return {
      builders: found.slice(offset, offset + limit).map((one) => templateRow(sandbox, one)),
      total: found.length,
    };
  });

  app.post('/emails/builder', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string, type: oneOf(['html', 'folder', 'import', 'builder', 'blank']) },
      {
        title: string,
        name: string,
        updatedBy: string,
        builderVersion: oneOf(['1', '2']),
        parentId: string,
        templateDataUrl: string,
        importProvider: oneOf(['mailchimp', 'active_campaign', 'kajabi']),
        importURL: string,
        templateSource: string,
        isPlainText: boolean,
      },
    );
    const locationId = requireLocation(request, body.locationId);
    const { title = 'New Template', name = title, parentId, isPlainText = false } = body;
    const now = sandbox.now();
    const { id } = sandbox.store.emailTemplates.add({
      id: newObjectId(),
      locationId,
      name,
      templateType: body.type,
      ...(parentId === undefined ? {} : { parentId }),
      html: '',
      isPlainText,
      archived: false,
      updatedBy: body.updatedBy ?? '',
      dateAdded: now,
      dateUpdated: now,
    });
    void reply.code(201);
    return { redirect: id };
  });

  app.post('/emails/builder/data', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      {
        locationId: string,
        templateId: string,
        updatedBy: string,
        dnd: nested({ elements: listOf(anything), attrs: object, templateSettings: object }, {}),
        html: string,
        editorType: oneOf(['html', 'builder']),
      },
      { previewText: string, isPlainText: boolean },
    );
    const locationId = requireLocation(request, body.locationId);
    const { html, updatedBy, previewText, isPlainText } = body;
    const template = Object.assign(find(sandbox, locationId, body.templateId), {
      html,
      updatedBy,
      ...(previewText === undefined ? {} : { previewText }),
      ...(isPlainText === undefined ? {} : { isPlainText }),
      dateUpdated: sandbox.now(),
    });
    void reply.code(201);
    const url = previewUrl(sandbox, template);
    return { ok: 'true', previewUrl: url, templateDownloadUrl: url };
  });

  app.delete('/emails/builder/:locationId/:templateId', { config: WRITE }, (request) => {
    const locationId = requireLocation(request, param(request, 'locationId'));
    const { id } = find(sandbox, locationId, param(request, 'templateId'));
    sandbox.store.emailTemplates.delete(id);
    return { ok: 'true' };
  });

  app.get('/email-templates/:templateId', (request, reply) => {
    const template = sandbox.store.emailTemplates.get(param(request, 'templateId'));
    if (!template) throw notFound('Template not found');
    return reply.type('text/html').send(template.html);
  });
}
