import { seededId } from './ids.ts';

/** The marketplace app of the sandbox. The part of the client id before `-` is the app's id. */
export const APP_ID = '66b1f0c2a94d7e3f58c01d42';
export const APP = {
  id: APP_ID,
  versionId: '66b1f0c2a94d7e3f58c01d43',
  clientId: `${APP_ID}-m0q8z1xs`,
  clientSecret: '7c1d1a0e-5f0b-4f57-9a52-3a0d9b4c6e21',
  name: 'Conversations for Zapier (development)',
} as const;

/** Another app, whose conversation provider this app must not touch. */
export const OTHER_APP_ID = '66b1f0c2a94d7e3f58c0ffff';

export const COMPANY_ID = seededId('company:northwind');
export const COMPANY_NAME = 'Northwind Agency';

/** Redirect addresses of the app: Zapier's, and anything on this machine. */
export function isRegisteredRedirect(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const zapier = url.hostname === 'zapier.com' || url.hostname.endsWith('.zapier.com');
  return (url.protocol === 'https:' && zapier) || (/^https?:$/.test(url.protocol) && local);
}
