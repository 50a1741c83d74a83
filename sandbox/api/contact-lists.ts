import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { boolean, isoDate, listOf, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Contact } from '../state/records.ts';
import { contactEvent } from '../webhooks/events.ts';
import { rememberTags } from './contacts.ts';
import { findContact, param } from './find.ts';
import { SUCCEEDED } from './views.ts';

const WRITE = { access: { scope: 'contacts.write' } };

const spelled = (tags: readonly string[]): string[] =>
  tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '');

/** Sets a contact's tags; what the calls for tags answer: all of them, and what changed. */
function setTags(sandbox: Sandbox, contact: Contact, tags: readonly string[]): Json {
  const before = contact.tags;
  contact.tags = [...new Set(tags)];
  rememberTags(sandbox, contact);
  contact.dateUpdated = sandbox.now();
  const answer = {
    tags: contact.tags,
    tagsAdded: contact.tags.filter((tag) => !before.includes(tag)),
    tagsRemoved: before.filter((tag) => !contact.tags.includes(tag)),
  };
  if (contact.tags.join() === before.join()) return answer;
  sandbox.webhooks.fire(contactEvent(sandbox, 'ContactTagUpdate', contact));
  return answer;
}

function tagRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/contacts/:contactId/tags', { config: WRITE }, (request) => {
    const { tags } = readBody(request.body, { tags: listOf(string) }, {});
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    return setTags(sandbox, contact, [...contact.tags, ...spelled(tags)]);
  });

  app.delete('/contacts/:contactId/tags', { config: WRITE }, (request) => {
    const { tags } = readBody(request.body, { tags: listOf(string) }, {});
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const removed = spelled(tags);
    return setTags(
      sandbox,
      contact,
      contact.tags.filter((tag) => !removed.includes(tag)),
    );
  });

  app.post('/contacts/bulk/tags/update/:type', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      { contacts: listOf(string), tags: listOf(string), locationId: string },
      { removeAllTags: boolean },
    );
    const { type } = readBody(request.params, { type: oneOf(['add', 'remove']) }, {});
    requireLocation(request, body.locationId);
    const given = spelled(body.tags);
    const responses = body.contacts.map((id) => {
      const contact = sandbox.store.contacts.get(id);
      if (contact?.locationId !== body.locationId) {
        return { contactId: id, message: 'Contact not found', type: 'error' };
      }
      const kept = body.removeAllTags === true ? [] : contact.tags;
      setTags(
        sandbox,
        contact,
        type === 'add' ? [...kept, ...given] : kept.filter((tag) => !given.includes(tag)),
      );
      return { contactId: id, message: 'Tags updated', type: 'success', tags: contact.tags };
    });
    void reply.code(201);
    const errorCount = responses.filter((one) => one.type === 'error').length;
    return { succeded: errorCount === 0, errorCount, responses };
  });
}

function followerRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/contacts/:contactId/followers', { config: WRITE }, (request, reply) => {
    const { followers } = readBody(request.body, { followers: listOf(string) }, {});
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const followersAdded = followers.filter((id) => !contact.followers.includes(id));
    for (const id of followersAdded) {
      if (!sandbox.store.users.get(id)) throw badRequest(`User with id ${id} not found`);
    }
    contact.followers = [...contact.followers, ...followersAdded];
    const conversation = sandbox.store.conversationOf(contact.id);
    if (conversation) conversation.followers = contact.followers;
    void reply.code(201);
    return { followers: contact.followers, followersAdded };
  });

  app.delete('/contacts/:contactId/followers', { config: WRITE }, (request) => {
    const { followers } = readBody(request.body, { followers: listOf(string) }, {});
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const followersRemoved = contact.followers.filter((id) => followers.includes(id));
    contact.followers = contact.followers.filter((id) => !followers.includes(id));
    const conversation = sandbox.store.conversationOf(contact.id);
    if (conversation) conversation.followers = contact.followers;
    return { followers: contact.followers, followersRemoved };
  });
}

/** The contact and the workflow of the path; only published ones can be entered. */
function workflowCall(sandbox: Sandbox, request: FastifyRequest): { contact: Contact; id: string } {
  readBody(request.body ?? {}, {}, { eventStartTime: isoDate });
  const contact = findContact(sandbox, request, param(request, 'contactId'));
  const id = param(request, 'workflowId');
  const workflow = sandbox.store.workflows.get(id);
  if (workflow?.locationId !== contact.locationId) {
    throw badRequest(`Workflow with id ${id} not found`);
  }
  if (workflow.status !== 'published') throw badRequest('Workflow is not published');
  return { contact, id };
}

function workflowRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/contacts/:contactId/workflow/:workflowId', { config: WRITE }, (request) => {
    const { contact, id } = workflowCall(sandbox, request);
    contact.workflows = [...new Set([...contact.workflows, id])];
    return SUCCEEDED;
  });
  app.delete('/contacts/:contactId/workflow/:workflowId', { config: WRITE }, (request) => {
    const { contact, id } = workflowCall(sandbox, request);
    contact.workflows = contact.workflows.filter((one) => one !== id);
    return SUCCEEDED;
  });
}

function campaignRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const find = (request: FastifyRequest): { contact: Contact; id: string } => {
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const id = param(request, 'campaignId');
    if (sandbox.store.campaigns.get(id)?.locationId !== contact.locationId) {
      throw badRequest(`Campaign with id ${id} not found`);
    }
    return { contact, id };
  };
  app.post('/contacts/:contactId/campaigns/:campaignId', { config: WRITE }, (request, reply) => {
    const { contact, id } = find(request);
    contact.campaigns = [...new Set([...contact.campaigns, id])];
    void reply.code(201);
    return { succeded: true };
  });
  app.delete('/contacts/:contactId/campaigns/removeAll', { config: WRITE }, (request) => {
    findContact(sandbox, request, param(request, 'contactId')).campaigns = [];
    return { succeded: true };
  });
  app.delete('/contacts/:contactId/campaigns/:campaignId', { config: WRITE }, (request) => {
    const { contact, id } = find(request);
    contact.campaigns = contact.campaigns.filter((one) => one !== id);
    return { succeded: true };
  });
}

/** What a contact belongs to: tags, followers, workflows, campaigns. */
export function contactListRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  tagRoutes(app, sandbox);
  followerRoutes(app, sandbox);
  workflowRoutes(app, sandbox);
  campaignRoutes(app, sandbox);
}
