import type { RawRecord } from '../../../resources/values.ts';

/** A field as definitions write it. */
export interface DraftField {
  key: string;
  label?: string;
  helpText?: string;
  type?: string;
  required?: boolean;
  default?: string;
  list?: boolean;
  dict?: boolean;
  dynamic?: string;
  search?: string;
  choices?: unknown;
  children?: DraftField[];
  inputFormat?: string;
  computed?: boolean;
  primary?: boolean;
  altersDynamicFields?: boolean;
  schema?: RawRecord;
}

export interface DraftOperation {
  key: string;
  noun: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: {
    type?: string;
    perform: unknown;
    performList?: unknown;
    performSubscribe?: unknown;
    performUnsubscribe?: unknown;
    /** A text stands for a function. */
    inputFields: (DraftField | string)[];
    sample?: RawRecord;
    outputFields: DraftField[];
  };
}

/** A small integration that keeps every rule, to be changed by a test, and its parts by name. */
export interface Draft {
  definition: {
    version: string;
    platformVersion: string;
    authentication: {
      type: string;
      test: unknown;
      connectionLabel?: string;
      fields: DraftField[];
      oauth2Config?: RawRecord;
    };
    flags: { cleanInputData?: boolean };
    triggers: Record<string, DraftOperation>;
    searches: Record<string, DraftOperation>;
    creates: Record<string, DraftOperation>;
    searchOrCreates: Record<string, RawRecord>;
  };
  newNote: DraftOperation;
  noteAdded: DraftOperation;
  noteList: DraftOperation;
  findNote: DraftOperation;
  addNote: DraftOperation;
  deleteNote: DraftOperation;
  findOrAddNote: { key: string; display: { label: string; description: string } } & RawRecord;
}

export const FUNCTION = '$func$2$f$';

export const PLATFORM_VERSION = '19.1.0';

function noteOutput(): Pick<DraftOperation['operation'], 'sample' | 'outputFields'> {
  return {
    sample: {
      id: 'n1',
      title: 'Call back',
      dateAdded: '2026-11-20T10:02:00Z',
      count: 2,
      author: { name: 'Anna' },
      lines: [{ text: 'One' }],
    },
    outputFields: [
      { key: 'id', label: 'Note ID', type: 'string' },
      { key: 'title', label: 'Title', type: 'string' },
      { key: 'dateAdded', label: 'Created At', type: 'datetime' },
      { key: 'count', label: 'Count', type: 'integer' },
      { key: 'author__name', label: 'Author Name', type: 'string' },
      { key: 'lines[]text', label: 'Lines Text', type: 'string' },
    ],
  };
}

function noteField(): DraftField {
  return {
    key: 'noteId',
    label: 'Note',
    required: true,
    choices: { perform: FUNCTION },
    search: 'find_note.id',
    helpText: 'Choose a note, or map one. See [notes](https://example.com/notes).',
  };
}

/** A new draft, not shared with another test. */
export function sampleDefinition(): Draft {
  const newNote: DraftOperation = {
    key: 'new_note',
    noun: 'Note',
    display: { label: 'New Note', description: 'Triggers when a note is written.' },
    operation: {
      type: 'polling',
      perform: FUNCTION,
      inputFields: [{ key: 'contains', label: 'Contains', helpText: 'Words of the note.' }],
      ...noteOutput(),
    },
  };
  const noteAdded: DraftOperation = {
    key: 'note_added',
    noun: 'Note',
    display: { label: 'Note Added', description: 'Triggers when a note is added, at once.' },
    operation: {
      type: 'hook',
      perform: FUNCTION,
      performList: FUNCTION,
      performSubscribe: FUNCTION,
      performUnsubscribe: FUNCTION,
      inputFields: [],
      ...noteOutput(),
    },
  };
  const noteList: DraftOperation = {
    key: 'note_list',
    noun: 'Note',
    display: { label: 'list', description: 'Feeds dropdowns', hidden: true },
    operation: { type: 'polling', perform: FUNCTION, inputFields: [], outputFields: [] },
  };
  const findNote: DraftOperation = {
    key: 'find_note',
    noun: 'Note',
    display: { label: 'Find Note', description: 'Finds a note by its words.' },
    operation: {
      perform: FUNCTION,
      inputFields: [{ key: 'query', label: 'Search Text' }],
      ...noteOutput(),
    },
  };
  const addNote: DraftOperation = {
    key: 'add_note',
    noun: 'Note',
    display: { label: 'Add Note', description: 'Adds a note to a contact.' },
    operation: {
      perform: FUNCTION,
      inputFields: [
        { key: 'title', label: 'Title', required: true },
        { key: 'replacedId', label: 'Replaced Note', dynamic: 'note_list.id.name' },
        FUNCTION,
      ],
      ...noteOutput(),
    },
  };
  const deleteNote: DraftOperation = {
    key: 'delete_note',
    noun: 'Note',
    display: { label: 'Delete Note', description: 'Deletes a note for good.' },
    operation: {
      perform: FUNCTION,
      inputFields: [
        { key: 'warning', type: 'copy', helpText: 'A deleted note cannot be brought back.' },
        noteField(),
      ],
      sample: { id: 'n1' },
      outputFields: [{ key: 'id', label: 'Note ID', type: 'string' }],
    },
  };
  const findOrAddNote = {
    key: 'find_note',
    display: { label: 'Find or Create Note', description: 'Finds a note, or creates one.' },
    search: 'find_note',
    create: 'add_note',
  };
  return {
    definition: {
      version: '1.0.0',
      platformVersion: PLATFORM_VERSION,
      authentication: {
        type: 'oauth2',
        test: FUNCTION,
        connectionLabel: '{{name}}',
        fields: [
          {
            key: 'apiKey',
            label: 'API Key',
            helpText: 'You find it under [API](https://example.com/api).',
          },
        ],
      },
      flags: { cleanInputData: false },
      triggers: { new_note: newNote, note_added: noteAdded, note_list: noteList },
      searches: { find_note: findNote },
      creates: { add_note: addNote, delete_note: deleteNote },
      searchOrCreates: { find_note: findOrAddNote },
    },
    newNote,
    noteAdded,
    noteList,
    findNote,
    addNote,
    deleteNote,
    findOrAddNote,
  };
}

/** A static field of an operation. */
export function fieldOf({ operation }: DraftOperation, key: string): DraftField {
  const found = operation.inputFields.find(
    (field): field is DraftField => typeof field !== 'string' && field.key === key,
  );
  if (!found) throw new Error(`The draft has no field ${key}.`);
  return found;
}
