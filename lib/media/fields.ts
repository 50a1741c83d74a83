import { choicePage, choicesFrom, type ChoiceSource, findByName } from '../operations/choices.ts';
import { mediaPage, type MediaCriteria } from './library.ts';

const choicesOf =
  (type: MediaCriteria['type']): ChoiceSource =>
  async (z, bundle, token) => {
    const { entries, next } = await mediaPage(z, bundle, { type }, token);
    const choices = entries.map(({ id, name }) => ({
      id,
      name: name ?? `A ${type} without a name`,
    }));
    return choicePage(choices, next);
  };

const folderChoices = choicesOf('folder');
const fileChoices = choicesOf('file');

export const folderField = {
  key: 'parentId',
  label: 'Folder',
  type: 'string',
  choices: choicesFrom(folderChoices, findByName(folderChoices, 'folder')),
  resource: 'media_folder',
  helpText: 'Choose a folder of the media library, or map the ID or full name of one.',
} as const;

export const mediaFileField = {
  key: 'fileId',
  label: 'File',
  type: 'string',
  choices: choicesFrom(fileChoices, findByName(fileChoices, 'file')),
  resource: 'media_file',
  search: 'find_file.id',
  helpText: 'Choose a file, or map the ID or full name of one from an earlier step.',
} as const;
