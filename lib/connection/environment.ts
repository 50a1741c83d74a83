import { errors } from 'zapier-platform-core';

/** HighLevel's API; another address is for the local sandbox. */
export function apiUrl(): string {
  return process.env['HIGHLEVEL_API_URL'] || 'https://services.leadconnectorhq.com';
}

/** HighLevel's consent page, on the host that agencies' own brands use too. */
export function authorizeUrl(): string {
  return (
    process.env['HIGHLEVEL_AUTHORIZE_URL'] ||
    'https://marketplace.leadconnectorhq.com/v2/oauth/chooselocation'
  );
}

/** The webhook relay of the instant triggers, where this integration has one. */
export function hookRelayUrl(): string | undefined {
  return process.env['HOOK_RELAY_URL'] || undefined;
}

/**
 * A setting that the integration cannot do without.
 *
 * @throws errors.Error that names it and says how to set it
 */
export function requiredSetting(name: 'CLIENT_ID' | 'CLIENT_SECRET'): string {
  const value = process.env[name];
  if (!value) {
    throw new errors.Error(
      `${name} is not set for this integration. The integration's publisher sets it with ` +
        `"zapier-platform env:set VERSION ${name}=...", from the HighLevel marketplace app.`,
      'missing_setting',
    );
  }
  return value;
}

/** The marketplace app's ID, which is the part of the client ID before the dash. */
export function appId(): string {
  return requiredSetting('CLIENT_ID').split('-')[0] ?? '';
}

/**
 * The areas that a version is made of, as `AREAS` names them: separated by commas, all without it.
 * The build writes the variable's value in here, since Zapier does not know it.
 */
export function chosenAreas(): string | undefined {
  return process.env.AREAS;
}

/**
 * Whether a version has the webhook relay, as `HAS_RELAY` says: `yes` or `no`. Without it, as in
 * development, it is left open. The build writes the variable's value in here, as that of `AREAS`.
 */
export function hasRelay(): string | undefined {
  return process.env.HAS_RELAY;
}

/**
 * Whether this is a version for one's own use, which connects by the token of a private integration,
 * as `AUTH=token` says. The build writes the variable's value in here, as that of `AREAS`.
 */
export function usesPrivateToken(): boolean {
  return process.env.AUTH === 'token';
}

/** The marketplace app's secret where it is set, to keep it out of what people read. */
export function clientSecret(): string | undefined {
  return process.env['CLIENT_SECRET'];
}
