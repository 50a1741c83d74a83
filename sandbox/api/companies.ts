import type { FastifyInstance } from 'fastify';

import { sessionOf } from '../http/access.ts';
import { forbidden, type Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { COMPANY_ID, COMPANY_NAME } from '../state/app-registration.ts';
import { param } from './find.ts';

const companyDetail = ({ store }: Sandbox): Json => ({
  id: COMPANY_ID,
  name: COMPANY_NAME,
  email: 'office@northwind.example.com',
  logoUrl: '',
  phone: '+16175550001',
  website: 'https://northwind.example.com',
  domain: 'app.northwind.example.com',
  spareDomain: '',
  address: '1 North Wharf',
  city: 'Boston',
  state: 'MA',
  country: 'US',
  postalCode: '02110',
  timezone: 'America/New_York',
  relationshipNumber: '0-100-200',
  subdomain: 'northwind',
  plan: 1,
  currency: 'USD',
  customerType: 'agency',
  status: 'active',
  locationCount: store.locations.size,
  isReselling: false,
  premiumUpgraded: false,
});

/** The agency itself. */
export function companyRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/companies/:companyId',
    { config: { access: { scope: 'companies.readonly', tokens: ['Company'] } } },
    (request) => {
      const id = param(request, 'companyId');
      if (sessionOf(request).companyId !== id) {
        throw forbidden('The token does not have access to this company.');
      }

      return { company: companyDetail(sandbox) };
    },
  );
}
