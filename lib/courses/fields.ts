import { defineInputFields } from 'zapier-platform-core';

import { inGroup } from '../operations/groups.ts';

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

/** The headings of a course. */
export const COURSE_GROUPS = {
  instructor: { key: 'instructorGroup', label: 'Instructor' },
  content: { key: 'contentGroup', label: 'Content' },
} as const;

/** The course itself. */
export const courseFields = defineInputFields([
  { key: 'title', label: 'Course Title', type: 'string', required: true },
  { key: 'description', label: 'Description', type: 'text', required: true },
  {
    key: 'imageUrl',
    label: 'Image URL',
    type: 'string',
    meta: { kind: 'url' },
    helpText: 'The URL of a picture for the course, which anyone can open.',
  },
]);

/** Who teaches it. */
export const instructorFields = inGroup(
  COURSE_GROUPS.instructor,
  defineInputFields([
    {
      key: 'instructorName',
      label: 'Instructor Name',
      type: 'string',
      helpText: 'Required if you fill in the instructor description.',
    },
    { key: 'instructorDescription', label: 'Instructor Description', type: 'text' },
  ]),
);

const contentFields = defineInputFields([
  {
    key: 'categories',
    label: 'Categories',
    children: [
      {
        key: 'categoryTitle',
        label: 'Category Title',
        type: 'string',
        helpText: 'A chapter of the course. Categories named only in a post are created for you.',
      },
      {
        key: 'categoryParent',
        label: 'Parent Category',
        type: 'string',
        helpText: 'The title of the category that contains this one.',
      },
      {
        key: 'categoryVisibility',
        label: 'Category Visibility',
        type: 'string',
        choices: VISIBILITIES,
        helpText: 'Leave blank for published.',
      },
      {
        key: 'categoryThumbnail',
        label: 'Category Thumbnail URL',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The URL of a picture that anyone can open.',
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
          'The title of the category that the post belongs to. Leave blank for the first one.',
      },
      { key: 'postDescription', label: 'Post Description', type: 'text' },
      {
        key: 'postContentType',
        label: 'Post Content Type',
        type: 'string',
        choices: CONTENT_TYPES,
        helpText: 'Leave blank for video.',
      },
      {
        key: 'postVisibility',
        label: 'Post Visibility',
        type: 'string',
        choices: VISIBILITIES,
        helpText: 'Leave blank for published.',
      },
      {
        key: 'postVideo',
        label: 'Post Video URL',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The URL of the video, which anyone can open.',
      },
      {
        key: 'postThumbnail',
        label: 'Post Thumbnail URL',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The URL of a picture that anyone can open.',
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
        label: 'Material URL',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'The URL of the file, which anyone can open.',
      },
      {
        key: 'materialType',
        label: 'Material Type',
        type: 'string',
        choices: MATERIAL_TYPES,
        helpText: 'Leave blank to use the ending of the URL.',
      },
      {
        key: 'materialPost',
        label: 'Material Post',
        type: 'string',
        helpText: 'The title of the post. Leave blank for the first one.',
      },
    ],
  },
]);

/** What the course contains, as line items. */
export const courseContentFields = inGroup(COURSE_GROUPS.content, contentFields);

/** Whether a text is one of the file types that HighLevel's courses know. */
export function isMaterialType(type: string): boolean {
  return MATERIAL_TYPES.includes(type);
}
