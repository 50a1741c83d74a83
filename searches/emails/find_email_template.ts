import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { emailTemplatesNamed } from '../../lib/emails/templates.ts';
import { emailTemplate } from '../../resources/email_template.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'The name of the template, or part of it. An exact match comes first.',
  },
]);

export const perform = ((z, bundle) =>
  emailTemplatesNamed(z, bundle, bundle.inputData.name)) satisfies SearchPerform<
  typeof inputFields
>;

export default defineSearch({
  key: 'find_email_template',
  noun: 'Email Template',
  display: {
    label: 'Find Email Template',
    description:
      'Finds a template of the email builder by name, with the URL of its preview. For the text and subject of a message template, use Find Template.',
  },
  operation: { inputFields, perform, ...emailTemplate.output },
});
