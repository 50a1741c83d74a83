import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { templateChoices } from '../../lib/locations/templates.ts';
import { findTemplates } from '../../lib/locations/templates.ts';
import { template } from '../../resources/template.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'The name of the template, or part of it. An exact match comes first.',
  },
  {
    key: 'templateId',
    label: 'Template',
    type: 'string',
    choices: choicesFrom(templateChoices),
    resource: 'template',
    helpText: 'Instead of a name, choose the template here.',
  },
  {
    key: 'type',
    label: 'Template Type',
    type: 'string',
    choices: { sms: 'SMS', email: 'Email', whatsapp: 'WhatsApp' },
    helpText: 'Leave blank for any.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, templateId } = bundle.inputData;
  exactlyOne({ Name: name, Template: templateId });
  return findTemplates(z, bundle, bundle.inputData);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_template',
  noun: 'Template',
  display: {
    label: 'Find Template',
    description:
      'Finds a message template by its name, with its text. Not needed to send it: choose it in the step that sends. For a template of the email builder, use Find Email Template.',
  },
  operation: { inputFields, perform, ...template.output },
});
