import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { makeTempFolder } from '../../../local/index.ts';
import { readFields } from '../../../scripts/check/integration.ts';
import { readReleased, releasedFrom, writeReleased } from '../../../scripts/check/released.ts';
import { integrationOf } from './rule-cases.ts';
import { fieldOf, sampleDefinition } from './sample-definition.ts';

describe('What is kept of a released version', () => {
  test('is what Zaps rely on of the visible operations', () => {
    const { operations, authentication, searchOrCreates, version } = releasedFrom(
      integrationOf(sampleDefinition()),
    );
    expect(version).toBe('1.0.0');
    expect(authentication).toEqual({
      type: 'oauth2',
      fields: { apiKey: { type: 'string', mustFill: false } },
    });
    expect(searchOrCreates).toEqual(['find_note']);
    expect(Object.keys(operations)).not.toContain('triggers.note_list');
    expect(operations['creates.delete_note']).toEqual({
      type: '',
      inputFields: { noteId: { type: 'string', mustFill: true } },
      sampleKeys: ['id'],
    });
    expect(operations['triggers.new_note']?.sampleKeys).toEqual([
      'author__name',
      'count',
      'dateAdded',
      'id',
      'lines[]text',
      'title',
    ]);
  });

  test('holds fields that functions make, and none that an account made for itself', () => {
    const draft = sampleDefinition();
    fieldOf(draft.addNote, 'title').default = 'Note';
    const integration = integrationOf(draft, {
      'creates.add_note': [
        {
          inputData: { kind: 'a' },
          fields: readFields([
            { key: 'tags', list: true },
            { key: 'custom_text_E6BhiVan5gEBL1vspd1G' },
          ]),
        },
      ],
    });
    expect(releasedFrom(integration).operations['creates.add_note']?.inputFields).toEqual({
      replacedId: { type: 'string', mustFill: false },
      tags: { type: 'string[]', mustFill: false },
      title: { type: 'string', mustFill: false },
    });
  });

  test('can be read back from its file', async () => {
    const path = join(makeTempFolder(), 'released.json');
    expect(readReleased(path)).toBeUndefined();
    const draft = sampleDefinition();
    draft.newNote.operation.inputFields.push({ key: 'rules', type: 'json', schema: { a: 1 } });
    const released = releasedFrom(integrationOf(draft));
    await writeReleased(released, path);
    expect(readReleased(path)).toEqual(released);
  });

  test('is refused where it names no version', () => {
    const path = join(makeTempFolder(), 'released.json');
    writeFileSync(path, '{}');
    expect(() => readReleased(path)).toThrow('names no version');
  });
});
