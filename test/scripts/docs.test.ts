import { expect, test } from '@jest/globals';

import { newOperations } from '../../scripts/docs/changelog.ts';
import { outdatedPages } from '../../scripts/docs/pages.ts';
import { projectPath } from '../../scripts/lib/project.ts';

test('the generated pages, tables and lines of the changelog are what npm run docs writes', async () => {
  const outdated = await outdatedPages();
  expect(outdated.map((file) => `${projectPath(file)}: npm run docs`)).toEqual([]);
});

test('the changelog gets a line per area for operations that none of its lines adds', () => {
  const rest = { scopes: [], events: [], needs: [] };
  const areas = {
    notes: {
      ...rest,
      label: 'Notes',
      triggers: { note_pinned: {} },
      creates: { add_note: {}, pin_note: {} },
    },
    tasks: { ...rest, label: 'Tasks', searches: { find_task: {} }, creates: { find_task: {} } },
    users: {
      ...rest,
      label: 'Users',
      searches: { find_user: {}, list: { display: { hidden: true } } },
    },
  };
  const written = [
    '- Add create/add_note: adds a note.',
    '- Add Tasks: search/find_task.',
    '- Fix create/pin_note: it was not there.',
    '| `get_user` | `find_user` |',
  ].join('\n');
  expect(newOperations(written, areas)).toBe(
    '- Add Notes: trigger/note_pinned, create/pin_note.\n- Add Tasks: create/find_task.',
  );
});
