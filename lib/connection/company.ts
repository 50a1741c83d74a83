import type { Bundle, ZObject } from 'zapier-platform-core';

import { location } from '../../resources/location.ts';
import { call } from '../http/client.ts';
import { path } from '../http/path.ts';
import { usesPrivateToken } from './environment.ts';
import { companyOf, locationOf } from './location.ts';

/** The agency of a connection; that of a private token is read with its sub-account. */
export async function readCompanyId(z: ZObject, bundle: Bundle): Promise<string> {
  if (!usesPrivateToken()) return companyOf(bundle);
  const { companyId } = await call(z, location, {
    url: path`/locations/${locationOf(bundle)}`,
  });
  return companyId ?? companyOf(bundle);
}
