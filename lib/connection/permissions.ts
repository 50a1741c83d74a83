import { errors, type Bundle } from 'zapier-platform-core';

import { scopeOf } from './endpoint_scopes.ts';
import { usesPrivateToken } from './environment.ts';
import { isAgency, lacksSubAccount } from './location.ts';
import { grants, isAskedFor, nameOf, type Scope } from './scopes.ts';

/**
 * HighLevel does not allow a step to its connection, whose token is good all the same. Signing in as
 * before helps nobody then, so it is an error of this step alone.
 */
export class PermissionError extends errors.Error {
  /** The scope that the connection lacks, or may lack. */
  readonly scope: Scope | undefined;
  /** Whether the connection certainly lacks it. */
  readonly isCertain: boolean;

  constructor(message: string, scope: Scope | undefined, isCertain: boolean) {
    super(message, isCertain ? 'scope_missing' : 'access_refused');
    this.scope = scope;
    this.isCertain = isCertain;
  }
}

/** Whether an error says that a connection certainly lacks a scope. */
export function isMissingScope(error: unknown): boolean {
  return error instanceof PermissionError && error.isCertain;
}

type Connected = Pick<Bundle, 'authData'>;

function missingScope(scope: Scope, connected: Connected): Error {
  const why = usesPrivateToken()
    ? 'the token of this connection does not have. In HighLevel, open Settings > Private Integrations and add the scope to the integration.'
    : !isAskedFor(scope)
      ? "this integration does not ask for. Tell the integration's publisher."
      : 'this connection does not have. Reconnect HighLevel in Zapier and allow it.';
  const ofSubAccount = isAgency(connected)
    ? ' If the sub-account has an older version of the app, update it there.'
    : '';
  return new PermissionError(
    `This step needs the HighLevel permission ${nameOf(scope)}, which ${why}${ofSubAccount}`,
    scope,
    true,
  );
}

/** A request, as far as its scope goes. */
export interface Asked {
  method?: string | undefined;
  /** The path, or the whole URL. */
  url: string;
}

/**
 * Refuses a request whose scope a token is known to lack.
 *
 * @param granted the scopes of the token, as HighLevel told them with it; blank where it did not
 * @throws PermissionError
 */
export function requirePermission(asked: Asked, granted: unknown, connected: Connected): void {
  const needed = neededFor(asked);
  if (needed?.isDocumented) requireScope(needed.scope, granted, connected);
}

/** The same for a scope. @throws PermissionError */
export function requireScope(scope: Scope, granted: unknown, connected: Connected): void {
  if (grants(granted, scope) === false) throw missingScope(scope, connected);
}

/**
 * The error for a request that HighLevel refuses to a token that is good.
 *
 * @param asked where it is one to HighLevel
 */
export function notAllowed(asked: Asked | undefined, connected: Connected): Error {
  const scope = asked && neededFor(asked)?.scope;
  const may =
    scope === undefined
      ? 'It may lack a permission, or this integration may not ask for it'
      : `It may lack the permission ${nameOf(scope)}`;
  const isOfSubAccount = isAgency(connected) && !lacksSubAccount(connected);
  const where = isOfSubAccount ? ' in this sub-account' : '';
  const check = isOfSubAccount
    ? 'check that the sub-account has the latest version of the app'
    : 'connect as a user who may do this in HighLevel';
  return new PermissionError(
    `HighLevel accepts this connection, but does not allow this step${where}. ${may}. ` +
      `Reconnect HighLevel in Zapier, leave all permissions ticked, and ${check}.`,
    scope,
    false,
  );
}

/**
 * The error for a 401 with which HighLevel refuses a request to a private token that is good.
 *
 * @param said HighLevel's words
 */
export function notAllowedToToken(asked: Asked, said: string): Error {
  const scope = neededFor(asked)?.scope;
  if (scope !== undefined && /\bscope\b/i.test(said)) {
    return missingScope(scope, { authData: {} });
  }
  return new PermissionError(
    `HighLevel does not allow this step with the token of this connection: ${said} ` +
      'In HighLevel, open Settings > Private Integrations, add the scope that this step needs, and reconnect if the token changed.',
    scope,
    false,
  );
}

function neededFor({ method = 'GET', url }: Asked) {
  return scopeOf(method, new URL(url, 'https://highlevel.invalid').pathname);
}
