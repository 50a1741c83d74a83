import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { listOf, nested, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';

const visibility = oneOf(['published', 'draft']);

const POST = nested(
  {
    title: string,
    visibility,
    contentType: oneOf(['video', 'assignment', 'quiz']),
    description: string,
  },
  {
    thumbnailUrl: string,
    bucketVideoUrl: string,
    postMaterials: listOf(nested({ title: string, type: string, url: string }, {})),
  },
);

const SUB_CATEGORY = nested(
  { title: string, visibility },
  { thumbnailUrl: string, posts: listOf(POST) },
);

const CATEGORY = nested(
  { title: string, visibility },
  { thumbnailUrl: string, posts: listOf(POST), subCategories: listOf(SUB_CATEGORY) },
);

const PRODUCT = nested(
  { title: string, description: string, categories: listOf(CATEGORY) },
  { imageUrl: string, instructorDetails: nested({ name: string, description: string }, {}) },
);

/** Course import: accepted immediately and processed later; the response says nothing. */
export function courseRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post(
    '/courses/courses-exporter/public/import',
    { config: { access: { scope: 'courses.write' } } },
    (request, reply) => {
      const body = readBody(
        request.body,
        { locationId: string, products: listOf(PRODUCT) },
        { userId: string },
      );
      requireLocation(request, body.locationId);
      sandbox.store.courseImports.add({
        id: newId(),
        locationId: body.locationId,
        products: body.products,
        dateAdded: sandbox.now(),
      });
      void reply.code(201);
      return {};
    },
  );
}
