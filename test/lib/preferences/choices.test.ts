import { expect, test } from '@jest/globals';

import { choicesFrom } from '../../../lib/operations/choices.ts';
import { emailSubscriptionTypeChoices } from '../../../lib/preferences/choices.ts';
import { highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';

test('an email is offered the subscription types of emails that are in use', async () => {
  highLevel()
    .get('/conversations/preferences/custom-subtypes')
    .query({ locationId: LOCATION_ID })
    .reply(200, {
      subtypes: [
        { _id: 's1ZbR4xVnL0shT7gK2mW', name: 'Newsletter', channel: 'email' },
        { _id: 's2ZbR4xVnL0shT7gK2mW', name: 'Reminders', channel: 'sms' },
        { _id: 's3ZbR4xVnL0shT7gK2mW', name: 'Offers', channel: 'Email' },
        { _id: 's4ZbR4xVnL0shT7gK2mW', name: 'Old', channel: 'email', archived: true },
      ],
    });

  await expect(runMethod(choicesFrom(emailSubscriptionTypeChoices).perform)).resolves.toMatchObject(
    { results: [{ id: 's1ZbR4xVnL0shT7gK2mW' }, { id: 's3ZbR4xVnL0shT7gK2mW' }] },
  );
});
