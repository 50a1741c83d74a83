import { AREAS } from '../../../areas.ts';
import { readIntegration, visible, type Operation } from '../../../scripts/check/integration.ts';
import { toRecord, type RawRecord } from '../../../resources/values.ts';
import type { Area, CatalogEntry, OperationKind } from '../../api/catalog.ts';
import { Problem } from '../http/problem.ts';

/** The packaged integration's operations, as its definition has them. */
export class Operations {
  readonly version: string;
  readonly areas: readonly Area[];
  readonly entries: readonly CatalogEntry[];
  readonly definition: RawRecord;
  readonly #byPath: ReadonlyMap<string, Operation>;

  constructor(definition: RawRecord) {
    const integration = readIntegration(definition);
    this.version = integration.version;
    this.definition = definition;
    const operations = visible(integration);
    this.#byPath = new Map(operations.map((operation) => [operation.path, operation]));
    this.entries = operations.map(entryOf);
    const used = new Set(this.entries.map(({ area }) => area));
    this.areas = Object.entries(AREAS)
      .filter(([key]) => used.has(key))
      .map(([key, { label }]) => ({ key, label }));
  }

  /** @throws Problem when the integration has no such operation */
  find(kind: OperationKind, key: string): Operation {
    const operation = this.#byPath.get(`${kind}.${key}`);
    if (operation) return operation;
    throw new Problem(
      404,
      'operation',
      `This version has no ${KIND_NAMES[kind]} with the key "${key}". The catalog lists those that it has.`,
    );
  }

  /** The label of what has a hook URL: a trigger, or a step that waits; undefined where there is none. */
  labelOfStep(key: string): string | undefined {
    return (this.#byPath.get(`triggers.${key}`) ?? this.#byPath.get(`creates.${key}`))?.label;
  }

  /** The label of a search; empty where there is none. */
  labelOfSearch(key: string): string {
    return this.#byPath.get(`searches.${key}`)?.label ?? '';
  }
}

const KIND_NAMES: Readonly<Record<OperationKind, string>> = {
  triggers: 'trigger',
  searches: 'search',
  creates: 'action',
};

function entryOf({ kind, key, label, description, type }: Operation): CatalogEntry {
  const starts = type === 'hook' ? 'instant' : 'polling';
  const isTrigger = kind === 'triggers';
  return {
    kind,
    key,
    label,
    description,
    area: areaOf(kind, key),
    starts: isTrigger ? starts : null,
  };
}

/** The package does not say which area an operation belongs to; the project's list of areas does. */
function areaOf(kind: OperationKind, key: string): string {
  const found = Object.entries<Partial<Record<OperationKind, object>>>(AREAS).find(([, area]) =>
    Object.values(toRecord(area[kind])).some((operation) => toRecord(operation)['key'] === key),
  );
  if (!found)
    throw new Error(`areas.ts does not list ${kind}.${key}: package the integration again.`);
  return found[0];
}
