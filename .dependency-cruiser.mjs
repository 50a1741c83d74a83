/** What all areas stand on. */
const COMMON = '^lib/(connection|hooks|http|inputs|money|operations|records)/';

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
      name: 'areas-meet-at-the-index',
      comment:
        'An area, and its operations, import another one through its index.ts, and its input fields through its fields.ts.',
      severity: 'error',
      from: { path: '^(?:lib|triggers|searches|creates)/([^/]+)/', pathNot: COMMON },
      to: {
        path: '^lib/[^/]+/',
        pathNot: [COMMON, '^lib/$1/', '^lib/[^/]+/(index|fields)\\.ts$'],
      },
    },
    {
      name: 'lib-knows-no-operation',
      comment: 'Operations stand on lib/, and not the other way round.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(triggers|searches|creates)/|^(index|areas|authentication|hydrators)\\.ts$' },
    },
    {
      name: 'records-stand-alone',
      comment: 'resources/ hold records, and import nothing of the connector but each other.',
      severity: 'error',
      from: { path: '^resources/' },
      to: { path: '^(lib|triggers|searches|creates)/' },
    },
    {
      name: 'hydrators-are-gathered-once',
      comment: 'Only index.ts imports the hydrators of all areas.',
      severity: 'error',
      from: { pathNot: '^(index\\.ts|test/)' },
      to: { path: '^hydrators\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
};
