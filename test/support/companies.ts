import { highLevel, LOCATION_ID } from './app.ts';

export const COMPANY_ID = '63771dcac1116f0e21de8e12';

/** A company as HighLevel lists it. */
export const COMPANY = {
  id: COMPANY_ID,
  name: 'Example Studio',
  email: 'office@example.com',
  phone: '+15550100200',
  website: 'https://www.example.com/',
  city: 'Denver',
  locationId: LOCATION_ID,
  createdAt: '2026-11-20T10:02:00.000Z',
  updatedAt: '2026-11-21T15:40:00.000Z',
};

/** HighLevel's answer to a page of the list. */
export function listed(companies: readonly object[], skip = '0') {
  return highLevel()
    .get('/businesses/')
    .query({ locationId: LOCATION_ID, limit: '100', skip })
    .reply(200, { businesses: companies });
}
