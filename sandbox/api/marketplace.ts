import type { FastifyInstance, FastifyRequest } from 'fastify';

import { sessionOf } from '../http/access.ts';
import { badRequest, forbidden, OTHER_LOCATION } from '../http/errors.ts';
import { readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID, COMPANY_NAME } from '../state/app-registration.ts';
import { uninstall } from '../webhooks/installs.ts';
import { param } from './find.ts';

const PATH = '/marketplace/app/:appId/installations';

function checkApp(request: FastifyRequest): void {
  if (param(request, 'appId') !== APP.id) throw badRequest('App not found');
}

/** The installs of the app: who installed it, and taking it out again. */
export function marketplaceRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    PATH,
    {
      config: {
        access: {
          scope: 'marketplace-installer-details.readonly',
          tokens: ['Location', 'Company'],
          appOnly: true,
        },
      },
    },
    (request) => {
      checkApp(request);
      const { locationId, userId } = sessionOf(request);
      return {
        installationDetails: {
          companyId: COMPANY_ID,
          ...(locationId === undefined ? {} : { locationId }),
          companyName: COMPANY_NAME,
          relationshipNumber: '0-100-200',
          companyEmail: 'office@northwind.example.com',
          companyOwnerFullName: 'Tom Becker',
          userId,
          isWhitelabelCompany: false,
          companyPlan: 'agency_monthly_497',
          companyHighLevelPlan: 'agency_monthly_497',
          whitelabelDetails: {},
        },
      };
    },
  );

  app.delete(
    PATH,
    {
      config: {
        access: { scope: 'oauth.write', tokens: ['Location', 'Company'], appOnly: true },
      },
    },
    (request) => {
      checkApp(request);
      const body = readBody(
        request.body,
        {},
        { companyId: string, locationId: string, reason: string },
      );
      const session = sessionOf(request);
      const locationId = body.locationId ?? session.locationId;
      if (session.locationId !== undefined && locationId !== session.locationId) {
        throw forbidden(OTHER_LOCATION);
      }
      if (locationId !== undefined && !sandbox.installations.of(locationId)) {
        throw badRequest('App is not installed in this location');
      }
      uninstall(sandbox, locationId);
      return { success: true };
    },
  );
}
