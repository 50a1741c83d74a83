/** What all areas stand on. */
const COMMON = '^lib/(connection|hooks|http|inputs|money|operations|records)/';

/** What areas have for others beside their `fields.ts`: the rest of an area is its own. */
export const DOORS = {
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

const doors = Object.entries(DOORS).map(
  ([area, files]) => `^lib/${area}/(${files.join('|')})\\.ts$`,
);

/** The rule of the rooms: who may import whom. `npm run lint` checks it. */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files that import each other cannot be understood, or loaded, one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'common-ground-knows-no-area',
      comment: 'What all areas stand on imports none of them.',
      severity: 'error',
      from: { path: COMMON },
      to: { path: '^(lib/|triggers/|searches/|creates/)', pathNot: COMMON },
    },
    {
      name: 'areas-meet-at-their-doors',
      comment: 'An area, and its operations, import of another one its doors only.',
      severity: 'error',
      from: { path: '^(?:lib|triggers|searches|creates)/([^/]+)/', pathNot: COMMON },
      to: {
        path: '^lib/[^/]+/',
        pathNot: [COMMON, '^lib/$1/', '^lib/[^/]+/fields\\.ts$', ...doors],
      },
    },
    {
      name: 'lib-knows-no-operation',
      comment: 'Operations stand on lib/, and not the other way round.',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^(triggers|searches|creates)/|^(index|areas|authentication|dropdowns|hydrators)\\.ts$',
      },
    },
    {
      name: 'records-stand-alone',
      comment: 'resources/ hold records, and import nothing of the connector but each other.',
      severity: 'error',
      from: { path: '^resources/' },
      to: { path: '^(lib|triggers|searches|creates)/' },
    },
    {
      name: 'areas-are-gathered-once',
      comment: 'Only index.ts imports the hydrators, and the shared dropdowns, of all areas.',
      severity: 'error',
      from: { pathNot: '^(index\\.ts|test/)' },
      to: { path: '^(dropdowns|hydrators)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
};
