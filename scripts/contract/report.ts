import { isRecord, toText } from '../../resources/values.ts';
import type { OperationRequests } from './run.ts';
import { differences, endpointFor, type Endpoint } from './specification.ts';

/** A difference from the specification that is meant, with the fact behind it. */
export interface Deviation {
  /** Such as `creates.send_message`, or `*` for every operation. */
  operation: string;
  /** Such as `POST /conversations/messages`. */
  endpoint: string;
  /** Such as `body.status`. */
  field: string;
  problem: string;
  /** Why, with the issue number or the recorded answer. */
  fact: string;
}

/** What a run of all operations amounts to. */
export interface ContractReport {
  /** Endpoints that each operation reaches, by operation. */
  endpoints: Record<string, string[]>;
  /** By area of the API: endpoints reached, of all. */
  coverage: Record<string, { covered: number; all: number; missing: string[] }>;
  /** What is wrong: requests to no endpoint, differences that no deviation lists. */
  findings: string[];
  /** Deviations that nothing needs any more. */
  unused: Deviation[];
}

/** Compares what the operations asked with the specification. */
export function reportOn(
  results: readonly OperationRequests[],
  specification: readonly Endpoint[],
  deviations: readonly Deviation[],
): ContractReport {
  const used = new Set<Deviation>();
  const reached = new Set<Endpoint>();
  const findings = new Set<string>();
  const endpoints: Record<string, string[]> = {};
  for (const { operation, requests } of results) {
    const names = new Set<string>();
    for (const request of requests) {
      const endpoint = endpointFor(specification, request);
      if (!endpoint) {
        findings.add(`${operation}: ${request.method} ${request.path} is no endpoint.`);
        continue;
      }
      reached.add(endpoint);
      names.add(`${endpoint.method} ${endpoint.path}`);
      for (const found of differences(endpoint, request)) {
        const known = deviations.find(
          (one) =>
            (one.operation === '*' || one.operation === operation) &&
            one.endpoint === found.endpoint &&
            one.field === found.field &&
            one.problem === found.problem,
        );
        if (known) used.add(known);
        else findings.add(`${operation}: ${found.endpoint}: ${found.field} ${found.problem}.`);
      }
    }
    endpoints[operation] = [...names].toSorted();
  }
  return {
    endpoints,
    coverage: coverageOf(specification, reached),
    findings: [...findings],
    unused: deviations.filter((one) => !used.has(one)),
  };
}

function coverageOf(
  specification: readonly Endpoint[],
  reached: ReadonlySet<Endpoint>,
): ContractReport['coverage'] {
  const areas = [...new Set([...reached].map(({ area }) => area))].toSorted();
  return Object.fromEntries(
    areas.map((area) => {
      const all = specification.filter((one) => one.area === area);
      const missing = all
        .filter((one) => !reached.has(one))
        .map(({ method, path }) => `${method} ${path}`);
      return [area, { covered: all.length - missing.length, all: all.length, missing }];
    }),
  );
}

/**
 * The deviations of a JSON file.
 *
 * @throws Error for one that lacks operation, endpoint, field, problem or fact
 */
export function readDeviations(data: unknown): Deviation[] {
  if (!Array.isArray(data)) throw new Error('The deviations are no list.');
  return data.map((entry: unknown) => {
    const read = (key: string) => {
      const text = isRecord(entry) ? toText(entry[key]) : null;
      if (text === null) throw new Error(`A deviation lacks "${key}": ${JSON.stringify(entry)}`);
      return text;
    };
    return {
      operation: read('operation'),
      endpoint: read('endpoint'),
      field: read('field'),
      problem: read('problem'),
      fact: read('fact'),
    };
  });
}
