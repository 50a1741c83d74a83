import { defineInputFields } from 'zapier-platform-core';

const VISIBILITIES = { published: 'Published', draft: 'Draft' } as const;

const CONTENT_TYPES = { video: 'Video', assignment: 'Assignment', quiz: 'Quiz' } as const;

/** The file types that HighLevel's courses know. */
const MATERIAL_TYPES = [
  'pdf doc docx dotx odt rtf txt gdoc key epub md ppt pptx',
  'odp xls xlsx ods csv json xml html htm png jpeg jpg gif',
  'webp bmp tiff svg image ai odg mp3 m4a wav flac ogg mp4',
  'avi mov wmv mkv zip rar 7z sxw sxc sxi obj stl woff',
  'ttf',
].flatMap((row) => row.split(' '));

/** The course itself. */
export const courseFields = defineInputFields([
  { key: 'title', label: 'Course Title', type: 'string', required: true },
  { key: 'description', label: 'Description', type: 'text', required: true },
  {
    key: 'imageUrl',
    label: 'Image Address',
    type: 'string',
    meta: { kind: 'url' },
    helpText: 'The public web address of a picture for the course.',
  },
  {
    key: 'instructorName',
    label: 'Instructor Name',
    type: 'string',
    helpText: 'Needed where there is a description of the instructor.',
  },
  { key: 'instructorDescription', label: 'Instructor Description', type: 'text' },
]);

/** What the course holds, as line items. */
export const courseContentFields = defineInputFields([
  {
    key: 'categories',
    label: 'Categories',
    children: [
      {
        key: 'categoryTitle',
        label: 'Category Title',
        type: 'string',
        helpText:
          'A chapter of the course. Categories that only posts name are added by themselves.',
      },
      {
        key: 'categoryParent',
        label: 'Parent Category',
        type: 'string',
        helpText: 'To make it a part of another category, the title of that one.',
      },
      {
        key: 'categoryVisibility',
        label: 'Category Visibility',
        type: 'string',
        choices: VISIBILITIES,
        helpText: 'Leave it empty for published.',
      },
      {
        key: 'categoryThumbnail',
        label: 'Category Thumbnail Address',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The public web address of a picture.',
      },
    ],
  },
  {
    key: 'posts',
    label: 'Posts',
    children: [
      {
        key: 'postTitle',
        label: 'Post Title',
        type: 'string',
        helpText: 'A lesson of the course.',
      },
      {
        key: 'postCategory',
        label: 'Post Category',
        type: 'string',
        helpText:
          'The title of the category that the post belongs to. Leave it empty for the first one.',
      },
      { key: 'postDescription', label: 'Post Description', type: 'text' },
      {
        key: 'postContentType',
        label: 'Post Content Type',
        type: 'string',
        choices: CONTENT_TYPES,
        helpText: 'Leave it empty for video.',
      },
      {
        key: 'postVisibility',
        label: 'Post Visibility',
        type: 'string',
        choices: VISIBILITIES,
        helpText: 'Leave it empty for published.',
      },
      {
        key: 'postVideo',
        label: 'Post Video Address',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The public web address of the video.',
      },
      {
        key: 'postThumbnail',
        label: 'Post Thumbnail Address',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The public web address of a picture.',
      },
    ],
  },
  {
    key: 'materials',
    label: 'Materials',
    children: [
      {
        key: 'materialTitle',
        label: 'Material Title',
        type: 'string',
        helpText: 'A file to go with a post.',
      },
      {
        key: 'materialUrl',
        label: 'Material Address',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The public web address of the file.',
      },
      {
        key: 'materialType',
        label: 'Material Type',
        type: 'string',
        choices: MATERIAL_TYPES,
        helpText: 'Leave it empty to take it from the end of the address.',
      },
      {
        key: 'materialPost',
        label: 'Material Post',
        type: 'string',
        helpText: 'The title of the post. Leave it empty for the first one.',
      },
    ],
  },
]);

/** Whether a text is one of the file types that HighLevel's courses know. */
export function isMaterialType(type: string): boolean {
  return MATERIAL_TYPES.includes(type);
}
