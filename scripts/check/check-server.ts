import { createServer, type IncomingMessage } from 'node:http';
import { devNull } from 'node:os';
import { json as readJson } from 'node:stream/consumers';

import { closeServer, listen } from '../../local/index.ts';
import { isRecord, toRecord, type RawRecord } from '../../resources/values.ts';
import type { Outcome } from './lint.ts';
import type { Scope } from './report.ts';
import type { Violation } from './rule.ts';
import { checkDefinition } from './check-definition.ts';

/** Stands in for the part of Zapier's API that the CLI asks to check a definition. */
export interface CheckServer {
  /** What the CLI takes as ZAPIER_BASE_ENDPOINT. */
  readonly url: string;
  /** How many findings it has answered so far: the CLI ends well with findings too. */
  findings(): number;
  close(): Promise<void>;
}

const PATH = '/api/platform/cli/check';

/**
 * Listens on a free port of the loopback address. `zapier-platform validate` and `build` send the
 * definition there and print what comes back, as they do with Zapier's own answer.
 */
export async function startCheckServer(): Promise<CheckServer> {
  let findings = 0;
  const server = createServer((request, response) => {
    const send = (status: number, answer: RawRecord) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer));
    };
    if (request.method !== 'POST' || request.url !== PATH) {
      send(404, { errors: [`Only POST ${PATH} is answered here.`] });
      return;
    }
    checked(request).then(
      ({ outcome, scope }) => {
        findings += outcome.violations.length;
        send(200, answerFor(outcome, scope));
      },
      (error: unknown) => {
        send(400, { errors: [String(error)] });
      },
    );
  });
  return {
    url: await listen(server),
    findings: () => findings,
    close: () => closeServer(server),
  };
}

/**
 * What the CLI is to see while this server checks for it: no login, with which it would ask Zapier
 * about the registered integration first.
 */
export function checkEnvironment({ url }: CheckServer): NodeJS.ProcessEnv {
  return {
    ZAPIER_BASE_ENDPOINT: url,
    ZAPIER_ENDPOINT: undefined,
    ZAPIER_DEPLOY_KEY: undefined,
    ZAPIER_AUTH_LOCATION: devNull,
  };
}

async function checked(request: IncomingMessage): Promise<ReturnType<typeof checkDefinition>> {
  const body: unknown = await readJson(request);
  const definition = toRecord(body)['app_definition'];
  if (!isRecord(definition)) throw new Error('The request contains no app_definition.');
  return checkDefinition(definition);
}

/** The outcome in the form in which the CLI takes Zapier's. */
function answerFor(outcome: Outcome, scope: Scope): RawRecord {
  const broken = new Set(outcome.violations.map(({ rule }) => rule));
  const none = { total_failures: 0, results: [] };
  return {
    passes: scope.ruleIds.filter((id) => !broken.has(id)),
    errors: {
      display_label: 'Errors',
      total_failures: outcome.violations.length,
      results: resultsOf(outcome.violations),
    },
    warnings: { display_label: 'Publishing Tasks', ...none },
    suggestions: { display_label: 'Warnings', ...none },
  };
}

/** The CLI's words for the kinds of operations. */
const TYPES: Readonly<Record<string, string>> = {
  triggers: 'read',
  creates: 'write',
  authentication: 'auth',
};

function resultsOf(violations: readonly Violation[]): RawRecord[] {
  return violations.map(({ rule, operation, field, message }) => {
    const [kind = '', key = kind] = operation.split('.');
    const place = field === undefined ? '' : `${field}: `;
    return {
      type: TYPES[kind] ?? kind,
      violations: [{ type: key, results: [{ message: `${place}${message}`, tag: rule }] }],
    };
  });
}
