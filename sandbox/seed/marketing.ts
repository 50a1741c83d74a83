import type { AgentDetails } from '../state/ai-agents.ts';
import { seededId, seededObjectId } from '../state/ids.ts';
import type { MediaFile } from '../state/media-files.ts';
import type { Store } from '../state/store.ts';
import { HARBOUR } from './ids.ts';
import { userId } from './users.ts';

const DAY = 86_400_000;

export const mediaId = (name: string): string => seededObjectId(`media:${name}`);
export const linkId = (name: string): string => seededId(`link:${name}`);
export const emailTemplateId = (name: string): string => seededObjectId(`builder:${name}`);
export const agentId = (name: string): string => seededId(`agent:${name}`);

/** Adds an agent that only suggests its answers, unless it says otherwise. */
export function addAgent(
  store: Store,
  agent: { id: string; locationId: string; name: string } & Partial<AgentDetails>,
  at: number,
): void {
  store.agents.add({
    mode: 'suggestive',
    channels: ['SMS', 'WebChat'],
    isPrimary: true,
    waitTime: 30,
    waitTimeUnit: 'seconds',
    sleepEnabled: false,
    personality: 'Friendly and brief',
    goal: 'Answer questions about opening hours and prices.',
    instructions: 'Never give medical advice.',
    autoPilotMaxMessages: 25,
    sleepOnManualMessage: true,
    sleepOnWorkflowMessage: false,
    dateAdded: at,
    dateUpdated: at,
    ...agent,
  });
}

function seedMedia(store: Store, now: number): void {
  const dates = { dateAdded: now - 30 * DAY, dateUpdated: now - 30 * DAY };
  const folder = (name: string, parentId?: string): MediaFile => ({
    ...dates,
    id: mediaId(name),
    locationId: HARBOUR,
    type: 'folder',
    name,
    size: 0,
    ...(parentId === undefined ? {} : { parentId }),
  });
  store.mediaFiles.add(folder('Brochures'));
  store.mediaFiles.add(folder('Drafts', mediaId('Brochures')));
  for (const [name, file, contentType, parentId] of [
    ['Reception.png', 'leaking-tap.png', 'image/png', undefined],
    ['Price list.pdf', 'price-list.pdf', 'application/pdf', mediaId('Brochures')],
  ] as const) {
    store.mediaFiles.add({
      ...dates,
      id: mediaId(name),
      locationId: HARBOUR,
      type: 'file',
      name,
      url: `/files/seed/${file}`,
      size: 20_480,
      contentType,
      ...(parentId === undefined ? {} : { parentId }),
    });
  }
}

/** The media library, trigger links, templates and campaigns of emails, and agents of Conversation AI. */
export function seedMarketing(store: Store, now: number): void {
  seedMedia(store, now);
  for (const [name, path] of [
    ['Book a Visit', 'book'],
    ['Leave a Review', 'review'],
  ] as const) {
    store.links.add({
      id: linkId(name),
      locationId: HARBOUR,
      name,
      redirectTo: `https://harbourdental.example.com/${path}`,
    });
  }
  ['Welcome', 'Newsletter', 'Recall'].forEach((name, index) => {
    const at = now - (index + 1) * DAY;
    store.emailTemplates.add({
      id: emailTemplateId(name),
      locationId: HARBOUR,
      name,
      templateType: index === 0 ? 'html' : 'builder',
      html: `<p>${name} from Harbour Dental</p>`,
      isPlainText: false,
      archived: name === 'Recall',
      updatedBy: userId('dana'),
      dateAdded: at - 10 * DAY,
      dateUpdated: at,
    });
  });
  for (const [name, status, emailStatus] of [
    ['Spring Newsletter', 'active', 'complete'],
    ['Summer Newsletter', 'active', 'scheduled'],
  ] as const) {
    store.emailCampaigns.add({
      id: seededObjectId(`email-campaign:${name}`),
      locationId: HARBOUR,
      name,
      status,
      emailStatus,
      templateId: emailTemplateId('Newsletter'),
      archived: false,
      dateAdded: now - 20 * DAY,
      dateUpdated: now - 2 * DAY,
    });
  }
  const front = { id: agentId('Front Desk'), locationId: HARBOUR, name: 'Front Desk' };
  addAgent(store, front, now - 60 * DAY);
  const night = { id: agentId('Night Shift'), locationId: HARBOUR, name: 'Night Shift' };
  addAgent(store, { ...night, mode: 'off', isPrimary: false }, now - 40 * DAY);
}
