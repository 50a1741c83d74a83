import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID, COMPANY_NAME } from '../state/app-registration.ts';

/** Who installs: an admin of the sub-account, or of the agency without one. */
export function adminOf({ store }: Sandbox, locationId?: string): string | undefined {
  return store.users.find(
    ({ role, type, locationIds }) =>
      role === 'admin' &&
      (locationId === undefined ? type === 'agency' : locationIds.includes(locationId)),
  )?.id;
}

/** INSTALL of a sub-account, or of the agency without one. */
export const installEvent = (sandbox: Sandbox, locationId?: string): Json => ({
  type: 'INSTALL',
  appId: APP.id,
  versionId: sandbox.installations.of(locationId ?? '')?.versionId ?? APP.versionId,
  installType: locationId === undefined ? 'Company' : 'Location',
  companyId: COMPANY_ID,
  locationId,
  userId: adminOf(sandbox, locationId),
  companyName: COMPANY_NAME,
  isWhitelabelCompany: false,
  whitelabelDetails: {},
});

/** UNINSTALL of a sub-account, or of the agency without one. */
export const uninstallEvent = (locationId?: string): Json => ({
  type: 'UNINSTALL',
  appId: APP.id,
  companyId: COMPANY_ID,
  locationId,
});

/** Installs the app in a sub-account and tells of it. */
export function install(sandbox: Sandbox, locationId: string): void {
  sandbox.installations.add(locationId);
  sandbox.webhooks.fire(installEvent(sandbox, locationId));
}

/** Takes the app out of a sub-account, or of the whole agency without one: its tokens end. */
export function removeInstall(sandbox: Sandbox, locationId?: string): void {
  if (locationId === undefined) sandbox.installations.clear();
  else sandbox.installations.remove(locationId);
  sandbox.tokens.revoke(locationId);
}

/** Uninstalls the app as `removeInstall` does, and tells of it. */
export function uninstall(sandbox: Sandbox, locationId?: string): void {
  removeInstall(sandbox, locationId);
  sandbox.webhooks.fire(uninstallEvent(locationId));
}
