/** What all areas stand on. */
const COMMON = /^lib\/(connection|hooks|http|inputs|money|operations|records)\//;

/** What areas have for others beside their `fields.ts`: the rest of an area is its own. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  companies: ['companies'],
  contacts: [
    'by_ids',
    'contacts',
    'dehydrate',
    'events',
    'find_named',
    'hydrators',
    'names',
    'new_contacts',
  ],
  conversations: ['contact_names', 'conversations', 'details', 'open'],
  locations: ['custom_field_form', 'custom_fields', 'tags', 'templates'],
  messages: [
    'add_fields',
    'add_message',
    'calls',
    'choices',
    'dehydrate',
    'filter',
    'find',
    'messages',
    'send',
    'send_fields',
    'status_fields',
    'transcriptions',
  ],
  opportunities: ['opportunities'],
  products: ['choices'],
  users: ['choices', 'dehydrate', 'in_turn', 'users'],
};

/** The area that a file of the connector belongs to. */
const AREA = /^(?:lib|triggers|searches|creates)\/([^/]+)\//;

const IN_LIB = /^lib\/([^/]+)\/(.+)\.ts$/;

function isDoor(path: string): boolean {
  const [, area = '', file = ''] = IN_LIB.exec(path) ?? [];
  return file === 'fields' || (DOORS[area]?.includes(file) ?? false);
}

/** What a file may not import. */
export interface Rule {
  name: string;
  /** What is the case where it is kept. */
  why: string;
  forbids: (from: string, to: string) => boolean;
}

export const NO_CIRCLE = {
  name: 'no-circle',
  why: 'Files that import each other cannot be understood, or loaded, one at a time.',
};

/** Who may import whom, by the paths of files inside the project. */
export const RULES: readonly Rule[] = [
  {
    name: 'common-ground-knows-no-area',
    why: 'What all areas stand on imports none of them.',
    forbids: (from, to) =>
      COMMON.test(from) && /^(lib|triggers|searches|creates)\//.test(to) && !COMMON.test(to),
  },
  {
    name: 'areas-meet-at-their-doors',
    why: 'An area, and its operations, import of another one its doors only.',
    forbids: (from, to) => {
      const area = AREA.exec(from)?.[1];
      if (area === undefined || COMMON.test(from) || COMMON.test(to)) return false;
      return to.startsWith('lib/') && AREA.test(to) && AREA.exec(to)?.[1] !== area && !isDoor(to);
    },
  },
  {
    name: 'lib-knows-no-operation',
    why: 'Operations stand on lib/, and not the other way round.',
    forbids: (from, to) =>
      from.startsWith('lib/') &&
      /^(triggers|searches|creates)\/|^(index|areas|authentication|dropdowns|hydrators)\.ts$/.test(
        to,
      ),
  },
  {
    name: 'records-stand-alone',
    why: 'resources/ hold records, and import nothing of the connector but each other.',
    forbids: (from, to) =>
      from.startsWith('resources/') && /^(lib|triggers|searches|creates)\//.test(to),
  },
  {
    name: 'areas-are-gathered-once',
    why: 'Only index.ts imports the hydrators, and the shared dropdowns, of all areas.',
    forbids: (from, to) =>
      from !== 'index.ts' && !from.startsWith('test/') && /^(dropdowns|hydrators)\.ts$/.test(to),
  },
];
