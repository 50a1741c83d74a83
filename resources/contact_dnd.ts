import * as z from 'zod';

import { contact } from './contact.ts';
import { defineResource, type RecordOf } from './define.ts';
import { yesNo } from './fields.ts';
import { isRecord, toRecord, toText, type RawRecord } from './values.ts';

/** The channels with a do-not-disturb switch of their own: HighLevel's names by the record's keys. */
const SWITCHES = {
  dndSms: 'SMS',
  dndEmail: 'Email',
  dndCall: 'Call',
  dndWhatsapp: 'WhatsApp',
  dndFacebook: 'FB',
  dndGoogleBusiness: 'GMB',
} as const;

/** What a person may watch: all channels, or one by the key of its switch. */
export const DND_SWITCHES = {
  doNotDisturb: 'All channels',
  dndSms: 'SMS',
  dndEmail: 'Email',
  dndCall: 'Phone calls',
  dndWhatsapp: 'WhatsApp',
  dndFacebook: 'Facebook',
  dndGoogleBusiness: 'Google Business',
} as const;

/** A contact, and on which channels it must not be disturbed now. */
export const contactDnd = defineResource(
  'contact with do-not-disturb settings',
  () =>
    z.object({
      ...contact.shape(),
      dndSms: yesNo('Do Not Disturb by SMS', true),
      dndEmail: yesNo('Do Not Disturb by Email', false),
      dndCall: yesNo('Do Not Disturb by Phone', false),
      dndWhatsapp: yesNo('Do Not Disturb by WhatsApp', false),
      dndFacebook: yesNo('Do Not Disturb by Facebook', false),
      dndGoogleBusiness: yesNo('Do Not Disturb by Google Business', false),
    }),
  (raw) => ({ ...contact.parse(raw), ...switchesOf(raw) }),
);

/** HighLevel calls a switch `active` where the channel is closed, `permanent` where it stays so. */
function switchesOf(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['contact']) ? raw['contact'] : raw;
  const settings = toRecord(inner['dndSettings']);
  return Object.fromEntries(
    Object.entries(SWITCHES).map(([key, channel]) => {
      const status = toText(toRecord(settings[channel])['status']);
      return [key, status === null ? inner['dnd'] : status !== 'inactive'];
    }),
  );
}

/**
 * Whether a contact's setting is the one a person asked for.
 *
 * @param wanted `channel` by the keys of `DND_SWITCHES`, all channels if not said; `isOn`: `on`, `off`
 */
export function hasSetting(
  entry: RecordOf<typeof contactDnd>,
  { channel = 'doNotDisturb', isOn }: { channel?: string; isOn?: string },
): boolean {
  if (isOn === undefined) return true;
  const switches = new Map<string, unknown>(Object.entries(entry));
  return (switches.get(channel) === true) === (isOn === 'on');
}
