import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  COURSE_GROUPS,
  courseContentFields,
  courseFields,
  instructorFields,
} from '../../lib/courses/fields.ts';
import { importCourse } from '../../lib/courses/courses.ts';
import { userField } from '../../lib/users/fields.ts';
import { courseImport } from '../../resources/course_import.ts';

const inputFields = defineInputFields([
  ...courseFields,
  { ...userField, helpText: 'Optional. The user shown as the importer.' },
  ...instructorFields,
  ...courseContentFields,
]);

export const perform = (async (z, bundle) =>
  importCourse(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'import_course',
  noun: 'Course',
  display: {
    label: 'Import Course',
    description: 'Imports a course with its categories, posts and materials.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(COURSE_GROUPS),
    perform,
    ...courseImport.output,
  },
});
