import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import type { contact } from '../../resources/contact.ts';
import type { RecordOf } from '../../resources/define.ts';
import { contactById } from '../contacts/contacts.ts';
import { findTemplates } from '../locations/templates.ts';

/** What of a message a template may say. */
interface TemplatedInput {
  contactId: string;
  channel: string;
  templateId?: string;
  message?: string;
  html?: string;
  subject?: string;
  attachments?: string[];
}

/** The channels that templates are for. */
const TEMPLATE_CHANNELS = ['sms', 'email', 'whatsapp'];

/**
 * A message with what its template says, where the person left that blank. The contact's details stand
 * where the template has `{{contact.first_name}}` and the like. One request for the template, and one
 * for the contact where it names any.
 *
 * @throws errors.Error when there is no such template for the channel, or it has a placeholder that
 *   cannot be filled in here: nobody is to be sent `{{...}}`
 */
export async function withTemplate<Input extends TemplatedInput>(
  z: ZObject,
  bundle: Bundle,
  input: Input,
): Promise<Input> {
  const { templateId, channel } = input;
  if (templateId === undefined) return input;
  if (!TEMPLATE_CHANNELS.includes(channel)) {
    throw new errors.Error(
      '"Template" is for SMS, email and WhatsApp. Leave it blank for this channel, and write the text in "Message".',
      'invalid_input',
    );
  }
  const [found] = await findTemplates(z, bundle, { templateId, type: channel });
  if (!found) {
    throw new errors.Error(
      'This sub-account has no such template for this channel. Choose one from the list of "Template".',
      'not_found',
    );
  }
  const isBlank = (input.message ?? input.html) === undefined;
  const { body: message, html, subject } = found;
  const texts = {
    ...(isBlank && channel === 'email' && { html: html ?? message ?? undefined }),
    ...(isBlank && channel !== 'email' && { message: message ?? undefined }),
    ...(channel === 'email' && input.subject === undefined && { subject: subject ?? undefined }),
    ...(input.attachments === undefined &&
      found.attachments.length > 0 && { attachments: found.attachments }),
  };
  return { ...input, ...(await filledIn(z, input.contactId, texts)) };
}

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

type Contact = RecordOf<typeof contact>;

/** What a template may say of a contact, in HighLevel's names. */
const DETAILS: Readonly<Record<string, (contact: Contact) => string | null>> = {
  'contact.name': ({ name }) => name,
  'contact.first_name': ({ firstName }) => firstName,
  'contact.last_name': ({ lastName }) => lastName,
  'contact.email': ({ email }) => email,
  'contact.phone': ({ phone }) => phone,
  'contact.company_name': ({ companyName }) => companyName,
  'contact.address1': ({ address1 }) => address1,
  'contact.city': ({ city }) => city,
  'contact.state': ({ state }) => state,
  'contact.country': ({ country }) => country,
  'contact.postal_code': ({ postalCode }) => postalCode,
  'contact.website': ({ website }) => website,
};

interface Texts {
  message?: string | undefined;
  html?: string | undefined;
  subject?: string | undefined;
  attachments?: string[];
}

async function filledIn(
  z: ZObject,
  contactId: string,
  texts: Texts,
): Promise<Partial<TemplatedInput>> {
  const { attachments, ...words } = texts;
  const said = Object.entries(words).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const names = said.flatMap(([, text]) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name));
  const unknown = names.find((name) => !Object.hasOwn(DETAILS, name ?? ''));
  if (unknown !== undefined) {
    throw new errors.Error(
      `The template contains {{${unknown}}}, which this step cannot fill in. Write the text in "Message" and map the value there.`,
      'template_placeholder',
    );
  }
  const contact = names.length > 0 ? await contactById(z, contactId) : undefined;
  const filled = said.map(([key, text]): [string, string] => [
    key,
    text.replaceAll(PLACEHOLDER, (_all, name: string) =>
      contact ? (DETAILS[name]?.(contact) ?? '') : '',
    ),
  ]);
  return { ...Object.fromEntries(filled), ...(attachments && { attachments }) };
}
