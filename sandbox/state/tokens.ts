import { createHmac, randomBytes, randomUUID } from 'node:crypto';

import type { Settings } from './settings.ts';
import { APP, COMPANY_ID } from './app-registration.ts';

export type UserType = 'Location' | 'Company';

/** What a grant allows, and who it belongs to. */
export interface Grant {
  userType: UserType;
  companyId: string;
  /** Absent for an agency's (Company) token. */
  locationId?: string;
  userId: string;
  scopes: readonly string[];
  bulkInstall: boolean;
}

export interface AccessToken extends Grant {
  token: string;
  expiresAt: number;
  /** A private integration's: it never expires, and has neither an app nor a refresh token. */
  privateIntegration: boolean;
}

export const PRIVATE_TOKEN = /^pit-/;

interface Code {
  grant: Grant;
  clientId: string;
  redirectUri: string;
  expiresAt: number;
}

const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Codes and tokens: codes and refresh tokens work once, access tokens look like JWTs. */
export class Tokens {
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, { id: string; grant: Grant; userType: UserType }>();
  readonly #key = randomBytes(32);
  readonly #settings: () => Settings;
  readonly #now: () => number;

  constructor(settings: () => Settings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  issueCode(grant: Grant, clientId: string, redirectUri: string): string {
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, { grant, clientId, redirectUri, expiresAt: this.#now() + 600_000 });
    return code;
  }

  /** Takes a code out of circulation; what it grants, or undefined when it is unknown, used or late. */
  takeCode(code: string): Omit<Code, 'expiresAt'> | undefined {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    return found && found.expiresAt > this.#now() ? found : undefined;
  }

  /** Takes a refresh token out of circulation: it works once. */
  takeRefresh(token: string): Grant | undefined {
    const found = this.#refresh.get(token);
    this.#refresh.delete(token);
    return found?.grant;
  }

  /** A new pair; the lifetime of the access token is in seconds and may be negative (already expired). */
  issue(
    grant: Grant,
    seconds = this.#settings().accessTokenSeconds,
  ): { access: AccessToken; refreshToken: string; refreshTokenId: string; seconds: number } {
    const now = this.#now();
    const resource = grant.locationId ?? grant.companyId;
    const head = base64url({ alg: 'HS256', typ: 'JWT' });
    const body = base64url({
      authClass: grant.userType,
      authClassId: resource,
      source: 'INTEGRATION',
      sourceId: APP.clientId,
      channel: 'OAUTH',
      primaryAuthClassId: resource,
      oauthMeta: { scopes: grant.scopes, client: APP.id, versionId: APP.versionId },
      jti: randomUUID(),
      iat: Math.floor(now / 1000),
      exp: Math.floor(now / 1000) + seconds,
    });
    const signature = createHmac('sha256', this.#key).update(`${head}.${body}`).digest('base64url');
    const token = `${head}.${body}.${signature}`;
    const access: AccessToken = {
      ...grant,
      token,
      expiresAt: now + seconds * 1000,
      privateIntegration: false,
    };
    this.#access.set(token, access);

    const refreshToken = randomBytes(48).toString('base64url');
    const refreshTokenId = randomBytes(12).toString('hex');
    this.#refresh.set(refreshToken, { id: refreshTokenId, grant, userType: grant.userType });
    return { access, refreshToken, refreshTokenId, seconds };
  }

  /** A token of a private integration, as a person makes one in the settings: it works until it is ended. */
  issuePrivate(grant: Grant): AccessToken {
    const token = `pit-${randomUUID()}`;
    const access = { ...grant, token, expiresAt: Infinity, privateIntegration: true };
    this.#access.set(token, access);
    return access;
  }

  /** The token's grant, or undefined when it is unknown or expired. */
  find(token: string): AccessToken | undefined {
    const found = this.#access.get(token);
    return found && found.expiresAt > this.#now() ? found : undefined;
  }

  /**
   * Ends one access token, or the app's of a location or a kind (all without either). Refresh tokens
   * live on, as do private tokens that are not named.
   */
  expire(filter: { token?: string; locationId?: string; userType?: UserType }): number {
    let ended = 0;
    for (const access of this.#access.values()) {
      if (filter.token === undefined ? access.privateIntegration : access.token !== filter.token) {
        continue;
      }
      if (filter.locationId !== undefined && access.locationId !== filter.locationId) continue;
      if (filter.userType !== undefined && access.userType !== filter.userType) continue;
      access.expiresAt = 0;
      ended += 1;
    }
    return ended;
  }

  /** Ends every token of a location, or of the agency and all of its locations: the app was uninstalled. */
  revoke(locationId?: string): void {
    this.expire(locationId === undefined ? {} : { locationId });
    for (const [token, { grant }] of this.#refresh) {
      if (locationId === undefined || grant.locationId === locationId) this.#refresh.delete(token);
    }
  }

  /** The agency's grant for one of its locations. */
  static locationGrant(company: Grant, locationId: string): Grant {
    return { ...company, companyId: COMPANY_ID, userType: 'Location', locationId };
  }
}
