import { describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { formsOf, type FormSource } from '../../../scripts/check/forms.ts';
import { readFields, type Operation } from '../../../scripts/check/integration.ts';
import { integrationOf } from './rule-cases.ts';
import { sampleDefinition, type Draft } from './sample-definition.ts';

function addNote(change: (draft: Draft) => unknown = () => undefined): Operation {
  const draft = sampleDefinition();
  change(draft);
  const found = integrationOf(draft).operations.find(({ key }) => key === 'add_note');
  if (!found) throw new Error('The draft has no add_note.');
  return found;
}

/** A form in which `kind` brings `size` or `colour`, and `size` brings `unit`. */
const source: FormSource = {
  fields: (inputData) =>
    Promise.resolve(
      readFields([
        { key: 'kind', choices: { a: 'A', b: 'B' }, altersDynamicFields: true },
        ...(inputData['kind'] === 'a' ? [SIZE] : []),
        ...(inputData['kind'] === 'b' ? [{ key: 'colour' }] : []),
        ...(inputData['size'] === true ? [{ key: 'unit' }] : []),
      ]),
    ),
  choices: () => Promise.resolve(['x', 'y', 'z']),
};
const SIZE = { key: 'size', type: 'boolean', altersDynamicFields: true };

describe('The states of a form', () => {
  test('are all that choices lead to', async () => {
    const forms = await formsOf(addNote(), source);
    expect(forms.map(({ inputData, fields }) => [inputData, fields.map(({ key }) => key)])).toEqual(
      [
        [{}, ['kind']],
        [{ kind: 'a' }, ['kind', 'size']],
        [{ kind: 'b' }, ['kind', 'colour']],
        [{ kind: 'a', size: true }, ['kind', 'size', 'unit']],
        [{ kind: 'a', size: false }, ['kind', 'size']],
      ],
    );
  });

  test('take some values of a dropdown that is filled when it opens', async () => {
    const seen: RawRecord[] = [];
    await formsOf(addNote(), {
      ...source,
      fields: (inputData) => {
        seen.push(inputData);
        const field = { key: 'list', dynamic: 'note_list.id', altersDynamicFields: true };
        return Promise.resolve(readFields([field]));
      },
    });
    expect(seen).toEqual([{}, { list: 'x' }, { list: 'y' }]);
  });

  test('are one where no function makes fields', async () => {
    const operation = addNote(({ addNote: { operation: declared } }) => {
      declared.inputFields = [{ key: 'title', label: 'Title' }];
    });
    const forms = await formsOf(operation, {
      fields: () => Promise.reject(new Error('There is no function to run.')),
      choices: () => Promise.reject(new Error('There is no function to run.')),
    });
    expect(forms).toEqual([{ inputData: {}, fields: operation.staticFields }]);
  });
});
