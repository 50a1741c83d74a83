import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isRecord, toRecord, toTexts } from '../../resources/values.ts';
import { formatted } from '../lib/formatted.ts';

/** What HighLevel's documents list: endpoints such as `PUT /contacts/{contactId}` by area, and events. */
export interface Listed {
  endpoints: Readonly<Record<string, readonly string[]>>;
  events: readonly string[];
}

const FILE = fileURLToPath(new URL('./listed.json', import.meta.url));

/** The list that the project keeps, for those who do not have HighLevel's files. */
export function readListed(): Listed {
  const { endpoints, events } = toRecord(JSON.parse(readFileSync(FILE, 'utf8')));
  return {
    endpoints: Object.fromEntries(
      Object.entries(toRecord(endpoints)).map(([area, names]) => [area, toTexts(names)]),
    ),
    events: toTexts(events),
  };
}

/** Keeps a list. */
export async function writeListed(listed: Listed): Promise<void> {
  writeFileSync(FILE, await formatted(FILE, JSON.stringify(listed)));
}

/**
 * The list in HighLevel's own files; a part without a folder is the one that the project keeps.
 *
 * @param folders.openapi holds an OpenAPI file of each area, `openapi-v3` beside it those of version 3
 * @param folders.webhooks holds a file of each event
 * @throws Error when a folder holds none
 */
export function readOfficial(folders: {
  openapi?: string | undefined;
  webhooks?: string | undefined;
}): Listed {
  const kept = readListed();
  return {
    endpoints: folders.openapi === undefined ? kept.endpoints : endpointsIn(folders.openapi),
    events: folders.webhooks === undefined ? kept.events : eventsIn(folders.webhooks),
  };
}

function eventsIn(folder: string): string[] {
  return jsonFilesIn(folder).map((file) => basename(file, '.json'));
}

function endpointsIn(folder: string): Record<string, string[]> {
  const areasOf = (files: readonly string[]) =>
    files.map((file): [string, string[]] => [basename(file, '.json'), endpointsOf(file)]);
  const areas = areasOf(jsonFilesIn(folder));
  const known = new Set(areas.flatMap(([, names]) => names));
  const newer = join(folder, '..', 'openapi-v3');
  // What version 3 has beyond the others: most of its endpoints are the same.
  const ofVersion3 = areasOf(existsSync(newer) ? jsonFilesIn(newer) : [])
    .map(([area, names]): [string, string[]] => [area, names.filter((name) => !known.has(name))])
    .filter(([, names]) => names.length > 0);
  return Object.fromEntries([...areas, ...ofVersion3]);
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function endpointsOf(file: string): string[] {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(toRecord(toRecord(document)['paths'])).flatMap(([path, operations]) =>
    METHODS.filter((method) => isRecord(toRecord(operations)[method])).map(
      (method) => `${method.toUpperCase()} ${path}`,
    ),
  );
}

function jsonFilesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Error(`${folder} contains no JSON files.`);
  return names.toSorted().map((name) => join(folder, name));
}
