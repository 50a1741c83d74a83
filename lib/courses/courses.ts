import { createHash } from 'node:crypto';

import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { courseImport } from '../../resources/course_import.ts';
import { isRecord, toList, toText, type RawRecord } from '../../resources/values.ts';
import { noneOf } from '../inputs/alternatives.ts';
import { send, withoutGaps } from '../http/client.ts';
import { isMaterialType } from './fields.ts';
import { locationOf } from '../connection/location.ts';

/** The course, in the words of lib/course_fields.ts; its contents are line items. */
export interface CourseInput {
  title: string;
  description: string;
  imageUrl?: string;
  instructorName?: string;
  instructorDescription?: string;
  userId?: string;
  [lines: string]: unknown;
}

interface Post {
  title: string;
  body: RawRecord;
  materials: RawRecord[];
}

interface Category {
  title: string;
  parent: string | null;
  body: RawRecord;
  posts: Post[];
}

/**
 * Hands a course to HighLevel's import, which makes it a little later and answers nothing.
 *
 * @throws errors.Error when a line names no title, or a category or post that is not there
 */
export async function importCourse(z: ZObject, bundle: Bundle, input: CourseInput) {
  const categories = contentsOf(input);
  const product = withoutGaps({
    title: input.title,
    description: input.description,
    imageUrl: input.imageUrl,
    categories: topLevel(categories),
    instructorDetails: instructorOf(input),
  });
  await send(z, {
    method: 'POST',
    url: '/courses/courses-exporter/public/import',
    body: { locationId: locationOf(bundle), userId: input.userId, products: [product] },
    mayBeEmpty: true,
  });
  return courseImport.parse({
    id: createHash('sha256').update(JSON.stringify(product)).digest('hex').slice(0, 12),
    title: input.title,
    status: 'accepted',
    categoryTitles: categories.map(({ title }) => title),
    categories: categories.length,
    posts: categories.reduce((sum, { posts }) => sum + posts.length, 0),
  });
}

/** Every category with its posts, in the order in which they were first named. */
function contentsOf(input: CourseInput): Category[] {
  const categories: Category[] = linesOf(input, 'categories').map((line) => ({
    title: required(line, 'categoryTitle', 'Category Title'),
    parent: toText(line['categoryParent']),
    body: {
      visibility: line['categoryVisibility'],
      thumbnailUrl: line['categoryThumbnail'],
    },
    posts: [],
  }));
  for (const line of linesOf(input, 'posts')) {
    const name = toText(line['postCategory']) ?? categories[0]?.title ?? input.title;
    categoryNamed(categories, name).posts.push(postOf(line));
  }
  for (const { parent } of [...categories]) if (parent) categoryNamed(categories, parent);
  if (categories.length === 0) throw noneOf(['Categories', 'Posts']);
  addMaterials(
    categories.flatMap(({ posts }) => posts),
    linesOf(input, 'materials'),
  );
  return categories;
}

function linesOf(input: CourseInput, parent: 'categories' | 'posts' | 'materials'): RawRecord[] {
  return toList(input[parent]).filter(isRecord);
}

/** The category with a title; one that no line described is added as it is named. */
function categoryNamed(categories: Category[], title: string): Category {
  const known = categories.find((entry) => isSame(entry.title, title));
  if (known) return known;
  const added: Category = { title, parent: null, body: {}, posts: [] };
  categories.push(added);
  return added;
}

function postOf(line: RawRecord): Post {
  const title = required(line, 'postTitle', 'Post Title');
  return {
    title,
    materials: [],
    body: {
      visibility: line['postVisibility'],
      contentType: line['postContentType'] ?? 'video',
      // HighLevel wants one of every post.
      description: line['postDescription'] ?? title,
      bucketVideoUrl: line['postVideo'],
      thumbnailUrl: line['postThumbnail'],
    },
  };
}

function addMaterials(posts: readonly Post[], lines: readonly RawRecord[]): void {
  for (const line of lines) {
    const title = required(line, 'materialTitle', 'Material Title');
    const url = required(line, 'materialUrl', 'Material URL');
    const name = toText(line['materialPost']);
    const post = name === null ? posts[0] : posts.find((entry) => isSame(entry.title, name));
    if (!post) {
      throw invalid(
        `The material "${title}" belongs to the post "${name ?? ''}", which is not among "Posts".`,
      );
    }
    post.materials.push({ title, type: materialType(line, title, url), url });
  }
}

function materialType(line: RawRecord, title: string, url: string): string {
  const ending = /\.([a-z\d]+)(?:[?#].*)?$/i.exec(url)?.[1];
  const type = (toText(line['materialType']) ?? ending ?? '').toLowerCase();
  if (isMaterialType(type)) return type;
  throw invalid(
    `"Material Type" of "${title}" is not a file type that HighLevel courses accept. Choose one, such as pdf.`,
  );
}

/** The categories as HighLevel nests them: in the course, or one level below. */
function topLevel(categories: readonly Category[]): RawRecord[] {
  const isBelow = (child: Category, title: string) =>
    child.parent !== null && isSame(child.parent, title);
  for (const { title, parent } of categories) {
    if (parent !== null && categories.some((child) => isBelow(child, title))) {
      throw invalid(
        `The category "${title}" has a parent and contains categories. HighLevel allows only one level below a category.`,
      );
    }
  }
  return categories
    .filter(({ parent }) => parent === null)
    .map((category) => {
      const parts = categories.filter((child) => isBelow(child, category.title)).map(bodyOf);
      return withoutGaps({
        ...bodyOf(category),
        subCategories: parts.length > 0 ? parts : undefined,
      });
    });
}

function bodyOf({ title, body, posts }: Category): RawRecord {
  return withoutGaps({
    title,
    ...body,
    visibility: body['visibility'] ?? 'published',
    posts: posts.length > 0 ? posts.map(postBodyOf) : undefined,
  });
}

function postBodyOf({ title, body, materials }: Post): RawRecord {
  return withoutGaps({
    title,
    ...body,
    visibility: body['visibility'] ?? 'published',
    postMaterials: materials.length > 0 ? materials : undefined,
  });
}

function instructorOf({ instructorName, instructorDescription }: CourseInput) {
  if (instructorName === undefined && instructorDescription === undefined) return undefined;
  if (instructorName === undefined) throw missing('Instructor Name');
  return { name: instructorName, description: instructorDescription ?? instructorName };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function required(line: RawRecord, key: string, label: string): string {
  const value = toText(line[key]);
  if (value === null) throw missing(label);
  return value;
}

function missing(label: string): Error {
  return invalid(
    `"${label}" is empty. Fill it in, or map a value that the earlier step always returns.`,
  );
}

function invalid(sentence: string): Error {
  return new errors.Error(sentence, 'invalid_input');
}
