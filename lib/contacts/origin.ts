import { CREATORS } from '../../resources/contact.ts';
import { containsPhrase } from '../inputs/characters.ts';

/** Where contacts came from, for filters. */
export const contactSourceField = {
  key: 'source',
  label: 'Source',
  type: 'string',
  placeholder: 'website form',
  helpText:
    "Only contacts whose source contains this text, such as a form's name. Not case-sensitive.",
} as const;

/** What created contacts, for filters. */
export const contactCreatorField = {
  key: 'createdBy',
  label: 'Created By',
  type: 'string',
  choices: {
    ...CREATORS,
    other: 'Anything else, such as a form or an import',
    not_app: 'Anyone but an app or Zap',
  },
  helpText:
    'Only contacts created this way. To keep two apps from triggering each other in a loop, choose **Anyone but an app or Zap**. Leave blank for any.',
} as const;

/** What contacts may be asked for by where they come from. */
export interface OriginFilters {
  /** A text that the source contains, in any case. */
  source?: string;
  /** A key of `CREATORS`, `other` for none of them, or `not_app` for all but apps. */
  createdBy?: string;
}

/** Whether a contact comes from where it was asked to come from. */
export function isFrom(
  entry: { source: string | null; createdBy: string | null },
  { source, createdBy }: OriginFilters,
): boolean {
  if (source !== undefined && !containsPhrase([entry.source], source)) return false;
  if (createdBy === undefined) return true;
  const creator = entry.createdBy ?? '';
  if (createdBy === 'not_app') return creator !== 'app';
  return createdBy === (Object.hasOwn(CREATORS, creator) ? creator : 'other');
}
