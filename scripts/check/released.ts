import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { formatted } from '../lib/formatted.ts';
import { readJsonObject } from '../lib/project.ts';
import {
  inputFieldsOf,
  isAccountOwn,
  readFields,
  visible,
  type Field,
  type Integration,
  type Operation,
} from './integration.ts';
import { pathsOf } from './record-paths.ts';

/** What live Zaps rely on of an input field. */
export interface ReleasedField {
  /** The type, with `[]` behind it where the field takes several values. */
  type: string;
  /** Whether a Zap must fill it: required, and no default stands in for it. */
  mustFill: boolean;
  /** The schema of a field of type `json`, where it has one. */
  schema?: RawRecord;
}

export interface ReleasedOperation {
  /** `polling` or `hook`; empty for searches and creates. */
  type: string;
  inputFields: Record<string, ReleasedField>;
  sampleKeys: string[];
}

/** What a later version must not take away: the visible operations of a released one. */
export interface Released {
  version: string;
  authentication: { type: string; fields: Record<string, ReleasedField> };
  /** By path, such as `creates.send_message`. */
  operations: Record<string, ReleasedOperation>;
  searchOrCreates: string[];
}

/** The parts of the definition that people's Zaps run on which the rules of compatibility need. */
export const RELEASED_FILE = fileURLToPath(new URL('released-definition.json', import.meta.url));

export function releasedFrom(integration: Integration): Released {
  const { version, authentication, searchOrCreates } = integration;
  return {
    version,
    authentication: {
      type: toText(authentication['type']) ?? '',
      fields: fieldsByKey(readFields(authentication['fields'])),
    },
    operations: Object.fromEntries(
      visible(integration).map((operation) => [operation.path, releasedOperation(operation)]),
    ),
    searchOrCreates: searchOrCreates.map(({ key }) => key).sort(),
  };
}

/**
 * Undefined where nothing was released yet.
 *
 * @throws Error when the file does not contain what `npm run check -- --release` writes
 */
export function readReleased(path = RELEASED_FILE): Released | undefined {
  if (!existsSync(path)) return undefined;
  const file = readJsonObject(path);
  const { type, fields } = toRecord(file['authentication']);
  const version = toText(file['version']);
  if (version === null) throw new Error(`${path} names no version.`);
  return {
    version,
    authentication: { type: toText(type) ?? '', fields: readReleasedFields(fields) },
    operations: Object.fromEntries(
      Object.entries(toRecord(file['operations'])).map(([path, operation]) => [
        path,
        {
          type: toText(toRecord(operation)['type']) ?? '',
          inputFields: readReleasedFields(toRecord(operation)['inputFields']),
          sampleKeys: toList(toRecord(operation)['sampleKeys']).map(String),
        },
      ]),
    ),
    searchOrCreates: toList(file['searchOrCreates']).map(String),
  };
}

/** Writes the file as the formatter wants it. */
export async function writeReleased(released: Released, path = RELEASED_FILE): Promise<void> {
  writeFileSync(path, await formatted(path, JSON.stringify(released)));
}

function releasedOperation(operation: Operation): ReleasedOperation {
  return {
    type: operation.type,
    inputFields: fieldsByKey(
      inputFieldsOf(operation).filter((field) => field.type !== 'copy' && !isAccountOwn(field)),
    ),
    sampleKeys: pathsOf(operation.sample ?? {}).sort(),
  };
}

/** A field that forms show in several ways must be filled where one of them demands it. */
function fieldsByKey(fields: readonly Field[]): Record<string, ReleasedField> {
  const found: Record<string, ReleasedField> = {};
  for (const { key, type, isList, required, raw } of fields) {
    const { schema } = raw;
    found[key] = {
      type: isList ? `${type}[]` : type,
      mustFill: found[key]?.mustFill === true || (required && raw['default'] === undefined),
      ...(isRecord(schema) ? { schema } : {}),
    };
  }
  return Object.fromEntries(
    Object.entries(found).sort(([one], [other]) => one.localeCompare(other)),
  );
}

function readReleasedFields(value: unknown): Record<string, ReleasedField> {
  return Object.fromEntries(
    Object.entries(toRecord(value)).map(([key, raw]) => {
      const { type, mustFill, schema } = toRecord(raw);
      return [
        key,
        {
          type: toText(type) ?? 'string',
          mustFill: mustFill === true,
          ...(isRecord(schema) ? { schema } : {}),
        },
      ];
    }),
  );
}
