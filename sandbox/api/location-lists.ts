import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import {
  booleanText,
  boolean,
  listOf,
  nested,
  number,
  numberText,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { CustomField, CustomValue, Named, Template } from '../state/records.ts';
import type { Collection } from '../state/store.ts';
import { param } from './find.ts';
import { iso } from './views.ts';

const access = (scope: string) => ({ config: { access: { scope } } });

const place = (request: FastifyRequest): string =>
  requireLocation(request, param(request, 'locationId'));

function find<T extends Named>(
  collection: Collection<T>,
  request: FastifyRequest,
  name: string,
  what: string,
): T {
  const locationId = place(request);
  const id = param(request, name);
  const found = collection.get(id);
  if (found?.locationId !== locationId) throw badRequest(`${what} with id ${id} not found`);
  return found;
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

function tagRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { readonly, write } = {
    readonly: 'locations/tags.readonly',
    write: 'locations/tags.write',
  };
  const tagView = ({ id, name, locationId }: Named): Json => ({ id, name, locationId });

  app.get('/locations/:locationId/tags', access(readonly), (request) => {
    const locationId = place(request);
    return { tags: sandbox.store.tags.filter((t) => t.locationId === locationId).map(tagView) };
  });
  app.get('/locations/:locationId/tags/:tagId', access(readonly), (request) => ({
    tag: tagView(find(sandbox.store.tags, request, 'tagId', 'Tag')),
  }));
  const named = (request: FastifyRequest, locationId: string): string => {
    const name = readBody(request.body, { name: string }, {}).name.trim().toLowerCase();
    const taken = sandbox.store.tags.find((t) => t.locationId === locationId && t.name === name);
    if (taken) throw badRequest('The tag name is already exist.');
    return name;
  };
  app.post('/locations/:locationId/tags', access(write), (request) => {
    const locationId = place(request);
    const name = named(request, locationId);
    return { tag: tagView(sandbox.store.tags.add({ id: newId(), locationId, name })) };
  });
  app.put('/locations/:locationId/tags/:tagId', access(write), (request) => {
    const tag = find(sandbox.store.tags, request, 'tagId', 'Tag');
    tag.name = named(request, tag.locationId);
    return { tag: tagView(tag) };
  });
  app.delete('/locations/:locationId/tags/:tagId', access(write), (request) => {
    sandbox.store.tags.delete(find(sandbox.store.tags, request, 'tagId', 'Tag').id);
    return { succeded: true };
  });
}

/** What both custom fields and custom values tell of their place among the others. */
const documented = (documentType: 'field' | 'customValue'): Json => ({
  documentType,
  parentId: null,
  standard: false,
  scopes: [],
});

const fieldView = (field: CustomField): Json => ({
  id: field.id,
  name: field.name,
  model: field.model,
  fieldKey: field.fieldKey,
  placeholder: field.placeholder ?? '',
  dataType: field.dataType,
  position: field.position,
  picklistOptions: field.picklistOptions,
  isMultiFileAllowed: field.isMultipleFile,
  maxFileLimit: field.maxNumberOfFiles,
  acceptedFormat: field.acceptedFormat,
  locationId: field.locationId,
  ...documented('field'),
  dateAdded: iso(field.dateAdded),
});

/** The custom field by its id or by its key, such as `contact.pet_name`. */
function findField(sandbox: Sandbox, request: FastifyRequest): CustomField {
  const locationId = place(request);
  const key = param(request, 'id');
  const byKey = sandbox.store.customFields.find(
    (one) => one.locationId === locationId && one.fieldKey === key,
  );
  return byKey ?? find(sandbox.store.customFields, request, 'id', 'Custom field');
}

function customFieldRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const readonly = 'locations/customFields.readonly';
  const write = 'locations/customFields.write';
  const shape = {
    placeholder: string,
    acceptedFormat: listOf(string),
    isMultipleFile: boolean,
    maxNumberOfFiles: number,
    textBoxListOptions: listOf(nested({}, { label: string, prefillValue: string })),
    position: number,
    model: oneOf(['contact', 'opportunity']),
  };
  app.get('/locations/:locationId/customFields', access(readonly), (request) => {
    const locationId = place(request);
    const { model = 'contact' } = readQuery(
      request.query,
      {},
      { model: oneOf(['contact', 'opportunity', 'all']) },
    );
    return {
      customFields: sandbox.store.customFields
        .filter((f) => f.locationId === locationId && (model === 'all' || f.model === model))
        .map(fieldView),
    };
  });
  app.get('/locations/:locationId/customFields/:id', access(readonly), (request) => ({
    customField: fieldView(findField(sandbox, request)),
  }));
  app.post('/locations/:locationId/customFields', access(write), (request) => {
    const locationId = place(request);
    const body = readBody(request.body, { name: string, dataType: string }, shape);
    const { model = 'contact', textBoxListOptions, ...rest } = body;
    const field = sandbox.store.customFields.add({
      ...rest,
      id: newId(),
      locationId,
      model,
      fieldKey: `${model}.${keyOf(body.name)}`,
      position: body.position ?? sandbox.store.customFields.size * 50,
      dateAdded: sandbox.now(),
      ...(textBoxListOptions
        ? { picklistOptions: textBoxListOptions.map(({ label }) => label ?? '') }
        : {}),
    });
    return { customField: fieldView(field) };
  });
  app.put('/locations/:locationId/customFields/:id', access(write), (request) => {
    const { textBoxListOptions, ...body } = readBody(request.body, { name: string }, shape);
    const field = find(sandbox.store.customFields, request, 'id', 'Custom field');
    Object.assign(field, body);
    if (textBoxListOptions) {
      field.picklistOptions = textBoxListOptions.map(({ label }) => label ?? '');
    }
    return { customField: fieldView(field) };
  });
  app.delete('/locations/:locationId/customFields/:id', access(write), (request) => {
    const field = find(sandbox.store.customFields, request, 'id', 'Custom field');
    sandbox.store.customFields.delete(field.id);
    return { succeded: true };
  });
}

function customValueRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const readonly = 'locations/customValues.readonly';
  const write = 'locations/customValues.write';
  const shape = { name: string, value: string };
  const view = (value: CustomValue): Json => ({ ...value, ...documented('customValue') });
  const one = (request: FastifyRequest): CustomValue =>
    find(sandbox.store.customValues, request, 'id', 'Custom value');

  app.get('/locations/:locationId/customValues', access(readonly), (request) => {
    const locationId = place(request);
    return {
      customValues: sandbox.store.customValues
        .filter((value) => value.locationId === locationId)
        .map(view),
    };
  });
  app.get('/locations/:locationId/customValues/:id', access(readonly), (request) => ({
    customValue: view(one(request)),
  }));
  app.post('/locations/:locationId/customValues', access(write), (request) => {
    const locationId = place(request);
    const body = readBody(request.body, shape, {});
    const fieldKey = `{{ custom_values.${keyOf(body.name)} }}`;
    return {
      customValue: view(
        sandbox.store.customValues.add({ ...body, id: newId(), locationId, fieldKey }),
      ),
    };
  });
  app.put('/locations/:locationId/customValues/:id', access(write), (request) => {
    const body = readBody(request.body, shape, {});
    return { customValue: view(Object.assign(one(request), body)) };
  });
  app.delete('/locations/:locationId/customValues/:id', access(write), (request) => {
    sandbox.store.customValues.delete(one(request).id);
    return { succeeded: true };
  });
}

function templateView(template: Template): Json {
  const { id, name, type, body, subject, locationId } = template;
  return {
    id,
    name,
    type,
    locationId,
    dateAdded: iso(template.dateAdded),
    ...(type === 'email'
      ? { template: { subject, html: body, attachments: [] } }
      : { template: { body, attachments: [] }, urlAttachments: [] }),
  };
}

function templateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/locations/:locationId/templates', access('locations/templates.readonly'), (request) => {
    const locationId = place(request);
    const query = readQuery(
      request.query,
      { originId: string },
      {
        deleted: booleanText,
        skip: numberText,
        limit: numberText,
        type: oneOf(['sms', 'email', 'whatsapp']),
      },
    );
    const found = sandbox.store.templates.filter(
      (template) =>
        template.locationId === locationId &&
        (query.type === undefined || template.type === query.type),
    );
    const skip = query.skip ?? 0;
    return {
      templates: found.slice(skip, skip + (query.limit ?? 25)).map(templateView),
      totalCount: found.length,
    };
  });
}

/** The lists of a sub-account that people choose from: tags, custom fields and values, templates. */
export function locationListRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  tagRoutes(app, sandbox);
  customFieldRoutes(app, sandbox);
  customValueRoutes(app, sandbox);
  templateRoutes(app, sandbox);
}
