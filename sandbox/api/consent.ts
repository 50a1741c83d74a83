import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID, COMPANY_NAME, isRegisteredRedirect } from '../state/app-registration.ts';
import type { Location } from '../state/records.ts';
import { SCOPES } from '../state/scopes.ts';
import { adminOf, install, installEvent } from '../webhooks/installs.ts';
import { consentPage, problemPage } from './consent-page.ts';

/** What an app asks for in the authorize address. */
export interface Authorization {
  redirectUri: string;
  scopes: readonly string[];
  state: string | undefined;
}

const values = (source: unknown, key: string): string[] => {
  const value: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, key) : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
};

/** Reads the query; a sentence when something is wrong with it. */
function readAuthorization(request: FastifyRequest): Authorization | string {
  const one = (key: string): string | undefined => values(request.query, key)[0];
  if (one('response_type') !== 'code') return 'response_type must be "code".';
  if (one('client_id') !== APP.clientId) return 'No marketplace app has this client_id.';
  const redirectUri = one('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri)) {
    return 'redirect_uri is not registered for this app: use https://zapier.com/... or an address on this machine.';
  }
  const scopes = (one('scope') ?? '').split(/[\s+]+/).filter((scope) => scope !== '');
  if (scopes.length === 0) return 'scope is missing.';
  const unknown = scopes.filter((scope) => !(scope in SCOPES));
  if (unknown.length > 0) return `Not a scope of this app: ${unknown.join(', ')}.`;
  return { redirectUri, scopes: [...new Set(scopes)], state: one('state') };
}

/** What a person chose: one sub-account, or the agency and some of its sub-accounts. */
interface Choice {
  agency: boolean;
  locations: readonly Location[];
  /** Whether sub-accounts that the agency adds later get the app automatically. */
  future: boolean;
}

/**
 * Reads the form. An agency that names no sub-account means all of them, those to come too; a sentence
 * when nothing was chosen that exists.
 */
function readChoice({ store }: Sandbox, posted: (key: string) => string[]): Choice | string {
  if (posted('install')[0] === 'agency' || posted('location_id')[0] === 'agency') {
    const chosen = posted('agency_location_id');
    const all = chosen.length === 0;
    const locations = store.locations.filter(({ id }) => all || chosen.includes(id));
    if (locations.length === 0) return 'Choose a sub-account.';
    return { agency: true, locations, future: all || posted('future_locations').length > 0 };
  }
  const location = store.locations.get(posted('location_id')[0] ?? '');
  if (!location) return 'Choose a sub-account.';
  return { agency: false, locations: [location], future: false };
}

/** Installs the app where it was chosen, and tells of each install. */
function installChosen(sandbox: Sandbox, { agency, locations, future }: Choice): void {
  if (agency) {
    sandbox.installations.toFutureLocations ||= future;
    sandbox.webhooks.fire(installEvent(sandbox));
  }
  for (const { id } of locations) install(sandbox, id);
}

/**
 * The page on which a person chooses the sub-account, or the agency with several. A script posts the
 * same form: to the authorize address itself, with `decision` (allow or deny) and `location_id`, or
 * `install=agency` and `agency_location_id` values. Every asked scope is granted unless
 * `granted_scope` values (or `scopes_shown`, for none) name fewer.
 */
export function consentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const html = (reply: FastifyReply, status: number, page: string): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; form-action *; frame-ancestors 'none'",
      )
      .send(page);

  for (const path of ['/v2/oauth/chooselocation', '/oauth/chooselocation']) {
    app.get(path, (request, reply) => {
      const asked = readAuthorization(request);
      if (typeof asked === 'string') return html(reply, 400, problemPage(asked));
      const page = consentPage({
        action: request.url,
        appName: APP.name,
        companyName: COMPANY_NAME,
        scopes: asked.scopes,
        locations: [...sandbox.store.locations.values()],
      });
      return html(reply, 200, page);
    });

    app.post(path, (request, reply) => {
      const asked = readAuthorization(request);
      if (typeof asked === 'string') return html(reply, 400, problemPage(asked));
      const target = new URL(asked.redirectUri);
      if (asked.state !== undefined) target.searchParams.set('state', asked.state);
      const posted = (key: string): string[] => values(request.body, key);
      if (posted('decision')[0] === 'deny') {
        target.searchParams.set('error', 'access_denied');
        return reply.redirect(target.href, 302);
      }
      const choice = readChoice(sandbox, posted);
      if (typeof choice === 'string') return html(reply, 400, problemPage(choice));
      const locationId = choice.agency ? undefined : choice.locations[0]?.id;
      const narrowed = posted('granted_scope').length > 0 || posted('scopes_shown').length > 0;
      const scopes = narrowed
        ? asked.scopes.filter((scope) => posted('granted_scope').includes(scope))
        : asked.scopes;
      const code = sandbox.tokens.issueCode(
        {
          userType: choice.agency ? 'Company' : 'Location',
          companyId: COMPANY_ID,
          ...(locationId === undefined ? {} : { locationId }),
          userId: adminOf(sandbox, locationId) ?? '',
          scopes,
          bulkInstall: choice.agency,
        },
        APP.clientId,
        asked.redirectUri,
      );
      target.searchParams.set('code', code);
      installChosen(sandbox, choice);
      return reply.redirect(target.href, 302);
    });
  }
}
