import { defineInputFields, type ZObject } from 'zapier-platform-core';

import { DND_CHANNELS, DND_LABELS, doNotDisturb } from '../../resources/do_not_disturb.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { call, send } from '../http/client.ts';
import { path } from '../http/path.ts';

const STATUSES = {
  active: 'Do not disturb',
  inactive: 'May be contacted',
  permanent: 'Do not disturb, permanently',
};

/** The input field for one channel. */
const channelField = <Channel extends keyof typeof DND_LABELS>(key: Channel) =>
  ({ key, label: DND_LABELS[key], type: 'string', choices: STATUSES }) as const;

/** Each channel's own setting. */
export const channelFields = defineInputFields([
  {
    ...channelField('sms'),
    helpText:
      'Here and for the channels below, **Do not disturb** stops all messages on the channel and can be undone. Choose **Do not disturb, permanently** only if nobody should undo it: HighLevel may not let you.',
  },
  channelField('email'),
  channelField('call'),
  channelField('whatsapp'),
  channelField('facebook'),
  channelField('google'),
]);

/** What a person changed; channels by the keys of `DND_CHANNELS`. */
export interface DoNotDisturbInput {
  all?: boolean;
  inbound?: string;
  reason?: string;
  [channel: string]: unknown;
}

/**
 * Sets do-not-disturb for some channels and keeps the others: it is not known whether HighLevel
 * merges the settings that it is sent, so those of the contact are read first and sent along. What a
 * customer refused must not be lost.
 */
export async function setDoNotDisturb(z: ZObject, contactId: string, input: DoNotDisturbInput) {
  const { all, inbound, reason } = input;
  const chosen = Object.entries(DND_CHANNELS).flatMap(([key, channel]) => {
    const status = toText(input[key]);
    return status ? [[channel, { status, message: reason }] as const] : [];
  });
  if (all === undefined && inbound === undefined && chosen.length === 0) {
    throw nothingToChange(Object.values(DND_LABELS));
  }
  const url = path`/contacts/${contactId}`;
  const settings = chosen.length > 0 ? await settingsOf(z, url) : {};
  return call(z, doNotDisturb, {
    method: 'PUT',
    url,
    body: {
      dnd: all,
      dndSettings: chosen.length > 0 ? { ...settings, ...Object.fromEntries(chosen) } : undefined,
      inboundDndSettings:
        inbound === undefined ? undefined : { all: { status: inbound, message: reason } },
    },
  });
}

/** The contact's settings of the known channels, with no key that HighLevel would refuse. */
async function settingsOf(z: ZObject, url: string): Promise<Record<string, unknown>> {
  const { data } = await send(z, { url });
  const settings = toRecord(toRecord(toRecord(data)['contact'])['dndSettings']);
  return Object.fromEntries(
    Object.values(DND_CHANNELS).flatMap((channel) => {
      const { status, message, code } = toRecord(settings[channel]);
      return toText(status) ? [[channel, { status, message, code }]] : [];
    }),
  );
}
