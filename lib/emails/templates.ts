import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { emailTemplate } from '../../resources/email_template.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { deleteAt, defineRecords } from '../records/records.ts';

export type EmailTemplate = RecordOf<typeof emailTemplate>;

const templates = defineRecords(emailTemplate, {
  path: '/emails/builder',
  many: 'builders',
  withLocation: ['list'],
});

/** Templates with a name or part of it, those with exactly this name first. Folders are none. */
export async function emailTemplatesNamed(
  z: ZObject,
  bundle: Bundle,
  name: string,
): Promise<EmailTemplate[]> {
  const params = { search: name, limit: String(PAGE_SIZE), offset: '0' };
  const found = await templates.list(z, bundle, params);
  return byName(
    found.filter(({ templateType }) => templateType !== 'folder'),
    name,
  );
}

/** A template as a person writes it. */
export interface NewEmailTemplate {
  name: string;
  html: string;
  previewText?: string;
  userId: string;
}

/**
 * Creates a template. HighLevel takes its text in a second request: where that fails, the empty
 * template is deleted again.
 */
export async function createEmailTemplate(
  z: ZObject,
  bundle: Bundle,
  { name, html, previewText, userId }: NewEmailTemplate,
): Promise<EmailTemplate> {
  const locationId = locationOf(bundle);
  const { data } = await send(z, {
    method: 'POST',
    url: '/emails/builder',
    body: { locationId, type: 'html', title: name, name, updatedBy: userId },
  });
  const created = toRecord(data);
  const template = emailTemplate.parse({
    // The documents call it so.
    id: toText(created['id']) ?? created['redirect'],
    name,
    locationId,
    templateType: 'html',
    isPlainText: false,
    updatedBy: userId,
  });
  try {
    const written = await send(z, {
      method: 'POST',
      url: '/emails/builder/data',
      body: {
        locationId,
        templateId: template.id,
        updatedBy: userId,
        dnd: { elements: [], attrs: {}, templateSettings: {} },
        html,
        editorType: 'html',
        previewText,
      },
      repeatable: true,
    });
    return { ...template, previewUrl: toText(toRecord(written.data)['previewUrl']) };
  } catch (error) {
    await deleteAt(z, path`/emails/builder/${locationId}/${template.id}`).catch(() => undefined);
    throw error;
  }
}
