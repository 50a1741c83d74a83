import { isRecord, toText, toTexts } from '../../resources/values.ts';
import type { RecordedRequest } from './recorder.ts';
import type { OperationRequests } from './run.ts';
import { differences, endpointFor, type Endpoint } from './specification.ts';

/** A difference from the specification that is meant, with the fact behind it. */
export interface Deviation {
  /** Such as `creates.send_message`: every one must still differ so. */
  operations: string[];
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
  /** By area of the API: endpoints reached, of all. */
  coverage: Record<string, { covered: number; all: number; missing: string[] }>;
  /** What is wrong: requests to no endpoint, differences that no deviation lists. */
  findings: string[];
  /** Deviations that an operation no longer needs, a sentence each. */
  unused: string[];
}

/** Compares what the operations asked with the specification. */
export function reportOn(
  results: readonly OperationRequests[],
  specification: readonly Endpoint[],
  deviations: readonly Deviation[],
): ContractReport {
  const used = new Set<string>();
  const reached = new Set<Endpoint>();
  const findings = new Set<string>();
  const listed = new Set(deviations.flatMap(sentencesOf));
  const known = new Map<string, Endpoint | undefined>();
  const endpointOf = (request: RecordedRequest) => {
    const name = JSON.stringify([request.method, request.path, request.version]);
    if (!known.has(name)) known.set(name, endpointFor(specification, request));
    return known.get(name);
  };
  for (const { operation, requests } of results) {
    for (const request of requests) {
      const endpoint = endpointOf(request);
      if (!endpoint) {
        findings.add(`${operation}: ${request.method} ${request.path} is no endpoint.`);
        continue;
      }
      reached.add(endpoint);
      for (const found of differences(endpoint, request)) {
        const sentence = `${operation}: ${found.endpoint}: ${found.field} ${found.problem}.`;
        if (listed.has(sentence)) used.add(sentence);
        else findings.add(sentence);
      }
    }
  }
  return {
    coverage: coverageOf(specification, reached),
    findings: [...findings],
    unused: [...listed].filter((sentence) => !used.has(sentence)),
  };
}

/** What is wrong by a report. */
export function problemsIn({ findings, unused }: ContractReport): string[] {
  return [
    ...findings,
    ...unused.map((sentence) => `A listed deviation no longer applies: ${sentence}`),
  ];
}

function sentencesOf({ operations, endpoint, field, problem }: Deviation): string[] {
  return operations.map((operation) => `${operation}: ${endpoint}: ${field} ${problem}.`);
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
 * @throws Error for one that lacks operations, endpoint, field, problem or fact
 */
export function readDeviations(data: unknown): Deviation[] {
  if (!Array.isArray(data)) throw new Error('The deviations are no list.');
  return data.map((entry: unknown) => {
    const read = (key: string) => {
      const text = isRecord(entry) ? toText(entry[key]) : null;
      if (text === null) throw new Error(`A deviation lacks "${key}": ${JSON.stringify(entry)}`);
      return text;
    };
    const operations = isRecord(entry) ? toTexts(entry['operations']) : [];
    if (operations.length === 0) throw new Error('A deviation names no operation.');
    return {
      operations,
      endpoint: read('endpoint'),
      field: read('field'),
      problem: read('problem'),
      fact: read('fact'),
    };
  });
}
