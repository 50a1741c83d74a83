import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import type { RecordedRequest } from './recorder.ts';

/** One endpoint of HighLevel's specification. */
export interface Endpoint {
  area: string;
  method: string;
  /** With `{names}` for the parts that vary. */
  path: string;
  query: Parameter[];
  /** The values that the `Version` header may have; none where it is not listed. */
  versions: string[];
  bodyRequired: boolean;
  checkBody: (() => ValidateFunction) | undefined;
}

interface Parameter {
  name: string;
  required: boolean;
  check: () => ValidateFunction;
}

const METHODS = ['get', 'post', 'put', 'delete'];

/**
 * Reads the OpenAPI files of a folder, and those of `openapi-v3` beside it.
 *
 * @throws Error when the folder contains none
 */
export function readSpecification(folder: string): Endpoint[] {
  const files = [folder, join(folder, '..', 'openapi-v3')]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => path.endsWith('.json'));
  if (files.length === 0) throw new Error(`${folder} contains no OpenAPI files.`);
  return files.flatMap(readFile);
}

function readFile(file: string): Endpoint[] {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { paths, components } = toRecord(document);
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
  const schemas = toRecord(toRecord(components)['schemas']);
  for (const [name, schema] of Object.entries(schemas)) {
    ajv.addSchema(closed(schema), `#/components/schemas/${name}`);
  }
  const area = basename(file, '.json');
  return Object.entries(toRecord(paths)).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = toRecord(operations)[method];
      return isRecord(operation) ? [endpointOf(ajv, area, method, path, operation)] : [];
    }),
  );
}

function endpointOf(
  ajv: Ajv,
  area: string,
  method: string,
  path: string,
  operation: RawRecord,
): Endpoint {
  const parameters = toList(operation['parameters']).filter(isRecord);
  const version = parameters.find((one) => one['in'] === 'header' && one['name'] === 'Version');
  const body = toRecord(operation['requestBody']);
  const schema = Object.values(toRecord(body['content'])).map(
    (media) => toRecord(media)['schema'],
  )[0];
  return {
    area,
    method: method.toUpperCase(),
    path,
    query: parameters
      .filter((one) => one['in'] === 'query')
      .map((one) => {
        const check = compiledWhenUsed(ajv, one['schema'] ?? {});
        return { name: toText(one['name']) ?? '', required: one['required'] === true, check };
      }),
    versions: toList(toRecord(version?.['schema'])['enum']).flatMap((one) => toText(one) ?? []),
    bodyRequired: body['required'] === true,
    checkBody: schema === undefined ? undefined : compiledWhenUsed(ajv, schema),
  };
}

/** Most endpoints are never asked, and a schema takes long to compile. */
function compiledWhenUsed(ajv: Ajv, schema: unknown): () => ValidateFunction {
  let compiled: ValidateFunction | undefined;
  return () => (compiled ??= ajv.compile(closed(schema)));
}

/** HighLevel refuses unknown properties, which its files do not say. */
function closed(schema: unknown): RawRecord {
  return toRecord(close(schema));
}

const JSON_TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (!isRecord(node)) return node;
  const inner = Object.fromEntries(
    Object.entries(node)
      // The files name types that JSON Schema does not have, such as "any".
      .filter(([key, value]) => key !== 'type' || typeof value !== 'string' || isJsonType(value))
      .map(([key, value]) => [key, close(value)]),
  );
  const isClosed = isRecord(node['properties']) && node['additionalProperties'] === undefined;
  return isClosed ? { ...inner, additionalProperties: false } : inner;
}

function isJsonType(name: string): boolean {
  return JSON_TYPES.includes(name);
}

/** The endpoint that a request went to; fixed parts of a path win over varying ones. */
export function endpointFor(
  endpoints: readonly Endpoint[],
  request: RecordedRequest,
): Endpoint | undefined {
  const isV3 = request.version === 'v3';
  return endpoints
    .filter(({ area, method, path }) => {
      return method === request.method && area.endsWith('-v3') === isV3 && fits(path, request.path);
    })
    .toSorted((one, other) => variables(one.path) - variables(other.path))[0];
}

/** Whether a path is one of a template such as `/contacts/{contactId}`. */
export function fits(template: string, path: string): boolean {
  const wanted = template.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  );
}

function variables(path: string): number {
  return path.split('{').length;
}

/** One thing in which a request differs from the specification. */
export interface Difference {
  endpoint: string;
  /** `query.limit`, `body.status`, `header.Version`. */
  field: string;
  problem: string;
}

/** Everything in which a request differs from its endpoint. */
export function differences(endpoint: Endpoint, request: RecordedRequest): Difference[] {
  const name = `${endpoint.method} ${endpoint.path}`;
  const found: Omit<Difference, 'endpoint'>[] = [
    ...queryDifferences(endpoint, request),
    ...versionDifferences(endpoint, request),
    ...bodyDifferences(endpoint, request),
  ];
  return found.map((one) => ({ endpoint: name, ...one }));
}

function queryDifferences({ query }: Endpoint, request: RecordedRequest) {
  const known = new Set(query.map(({ name }) => name));
  const unknown = Object.keys(request.query)
    .filter((name) => !known.has(name))
    .map((name) => ({ field: `query.${name}`, problem: 'is not in the specification' }));
  const wrong = query.flatMap(({ name, required, check }) => {
    const value = request.query[name];
    if (value === undefined) {
      return required ? [{ field: `query.${name}`, problem: 'is missing' }] : [];
    }
    const isFine = readingsOf(value).some((one) => check()(one));
    return isFine ? [] : [{ field: `query.${name}`, problem: 'has another type or value' }];
  });
  return [...unknown, ...wrong];
}

/** What a text in an address may stand for. */
function readingsOf(text: string): unknown[] {
  const number = Number(text);
  return [
    text,
    [text],
    ...(Number.isFinite(number) ? [number] : []),
    ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
  ];
}

function versionDifferences({ versions }: Endpoint, { version }: RecordedRequest) {
  if (versions.length === 0 || versions.includes(version ?? '')) return [];
  return [{ field: 'header.Version', problem: `is ${version ?? 'missing'}` }];
}

function bodyDifferences({ checkBody, bodyRequired }: Endpoint, { body }: RecordedRequest) {
  if (!checkBody) return body === undefined ? [] : [{ field: 'body', problem: 'is not wanted' }];
  if (body === undefined) return bodyRequired ? [{ field: 'body', problem: 'is missing' }] : [];
  const check = checkBody();
  check(body);
  return (check.errors ?? []).map(({ instancePath, keyword, params, message }) => {
    const inside = toText(params['missingProperty']) ?? toText(params['additionalProperty']);
    const path = [...instancePath.split('/').filter(Boolean), ...(inside ? [inside] : [])];
    const words =
      keyword === 'required'
        ? 'is missing'
        : keyword === 'additionalProperties'
          ? 'is not in the specification'
          : (message ?? keyword);
    return { field: ['body', ...path.map(withoutIndex)].join('.'), problem: words };
  });
}

/** Items of a list differ alike. */
function withoutIndex(part: string): string {
  return /^\d+$/.test(part) ? '[]' : part;
}
