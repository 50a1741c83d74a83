import { highLevel, LOCATION_ID } from './app.ts';

/** A submission as HighLevel lists it. */
export function submission(id: string, createdAt: string, others: object = {}) {
  return {
    id,
    contactId: `contact-of-${id}`,
    createdAt,
    formId: 'f1ZbR4xVnL0shT7gK2mW',
    name: 'Anna Example',
    email: 'anna@example.com',
    others: {
      first_name: 'Anna',
      phone: '+15550100123',
      ...others,
      eventData: {
        page: { url: 'https://example.com/contact?utm_campaign=spring', title: 'Contact' },
        referrer: 'https://example.com/search',
        source: 'Referral',
        parentName: 'New Patient',
        url_params: { utm_source: 'newsletter' },
        ip: '203.0.113.7',
      },
      fieldsOriSequance: ['first_name', ...Object.keys(others), 'phone'],
    },
  };
}

/** What HighLevel answers to a request for submissions. @param query what must be in it */
export function submissionsAnswer(
  plural: string,
  query: object,
  submissions: object[],
  nextPage: number | null = null,
) {
  highLevel()
    .get(`/${plural}/submissions`)
    .query((asked) =>
      Object.entries({ locationId: LOCATION_ID, limit: '100', ...query }).every(
        ([key, value]) => asked[key] === value,
      ),
    )
    .reply(200, { submissions, meta: { total: submissions.length, nextPage } });
}

/** What HighLevel answers to the request for all custom fields. */
export function customFieldsAnswer(customFields: object[]) {
  highLevel()
    .get(`/locations/${LOCATION_ID}/customFields`)
    .query({ model: 'all' })
    .reply(200, { customFields });
}
