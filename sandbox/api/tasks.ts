import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { between, boolean, isoDate, listOf, number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { Task } from '../state/records.ts';
import { taskEvent } from '../webhooks/events.ts';
import { findContact, param } from './find.ts';
import { fullName, iso, SUCCEEDED } from './views.ts';

const READ = { access: { scope: 'contacts.readonly' } };
const WRITE = { access: { scope: 'contacts.write' } };

const taskDetail = (task: Task): Json => ({
  id: task.id,
  title: task.title,
  body: task.body ?? '',
  assignedTo: task.assignedTo,
  dueDate: task.dueDate,
  completed: task.completed,
  contactId: task.contactId,
});

/** The row of a location's task search, which names things differently from a contact's task. */
function taskRow(sandbox: Sandbox, task: Task): Json {
  const contact = sandbox.store.contacts.get(task.contactId);
  const user = sandbox.store.users.get(task.assignedTo ?? '');
  return {
    _id: task.id,
    id: task.id,
    title: task.title,
    body: task.body ?? '',
    assignedTo: task.assignedTo,
    assignedToUserDetails: user && {
      id: user.id,
      firstName: user.firstName,
      lastName: user.lastName,
    },
    contactId: task.contactId,
    contactDetails: contact && {
      firstName: contact.firstName,
      lastName: contact.lastName,
      fullName: fullName(contact),
    },
    dueDate: task.dueDate,
    completed: task.completed,
    status: task.completed ? 'completed' : 'incompleted',
    locationId: task.locationId,
    createdAt: iso(task.dateAdded),
    updatedAt: iso(task.dateAdded),
    deleted: false,
  };
}

function findTask(sandbox: Sandbox, request: FastifyRequest): Task {
  const contact = findContact(sandbox, request, param(request, 'contactId'));
  const id = param(request, 'taskId');
  const task = sandbox.store.tasks.get(id);
  if (task?.contactId !== contact.id) throw badRequest(`Task with id ${id} not found`);
  return task;
}

function complete(sandbox: Sandbox, task: Task, completed: boolean | undefined): void {
  if (completed === undefined) return;
  const before = task.completed;
  task.completed = completed;
  if (completed && !before) sandbox.webhooks.fire(taskEvent('TaskComplete', task));
}

function checkAssignee(sandbox: Sandbox, locationId: string, userId: string | undefined): void {
  if (userId === undefined) return;
  const user = sandbox.store.users.get(userId);
  if (!user?.locationIds.includes(locationId)) throw badRequest('Invalid assignedTo');
}

/** Tasks: of a contact, and the search over the location. */
export function taskRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/contacts/:contactId/tasks', { config: READ }, (request) => {
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const tasks = sandbox.store.tasks.filter((task) => task.contactId === contact.id);
    return { tasks: tasks.map(taskDetail) };
  });

  app.get('/contacts/:contactId/tasks/:taskId', { config: READ }, (request) => ({
    task: taskDetail(findTask(sandbox, request)),
  }));

  app.post('/contacts/:contactId/tasks', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { title: string, dueDate: isoDate, completed: boolean },
      { body: string, assignedTo: string },
    );
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    checkAssignee(sandbox, contact.locationId, body.assignedTo);
    const task = sandbox.store.tasks.add({
      ...body,
      id: newId(),
      locationId: contact.locationId,
      contactId: contact.id,
      dueDate: new Date(body.dueDate).toISOString(),
      dateAdded: sandbox.now(),
    });
    sandbox.webhooks.fire(taskEvent('TaskCreate', task));
    if (task.completed) sandbox.webhooks.fire(taskEvent('TaskComplete', task));
    return { task: taskDetail(task) };
  });

  app.put('/contacts/:contactId/tasks/:taskId', { config: WRITE }, (request) => {
    const { completed, dueDate, ...body } = readBody(
      request.body,
      {},
      { title: string, body: string, dueDate: isoDate, completed: boolean, assignedTo: string },
    );
    const task = findTask(sandbox, request);
    checkAssignee(sandbox, task.locationId, body.assignedTo);
    Object.assign(task, body);
    if (dueDate !== undefined) task.dueDate = new Date(dueDate).toISOString();
    complete(sandbox, task, completed);
    return { task: taskDetail(task) };
  });

  app.put('/contacts/:contactId/tasks/:taskId/completed', { config: WRITE }, (request) => {
    const { completed } = readBody(request.body, { completed: boolean }, {});
    const task = findTask(sandbox, request);
    complete(sandbox, task, completed);
    return { task: taskDetail(task) };
  });

  app.delete('/contacts/:contactId/tasks/:taskId', { config: WRITE }, (request) => {
    const task = findTask(sandbox, request);
    sandbox.store.tasks.delete(task.id);
    sandbox.webhooks.fire(taskEvent('TaskDelete', task));
    return SUCCEEDED;
  });

  app.post(
    '/locations/:locationId/tasks/search',
    { config: { access: { scope: 'locations/tasks.readonly' } } },
    (request) => {
      const locationId = requireLocation(request, param(request, 'locationId'));
      const body = readBody(
        request.body,
        {},
        {
          contactId: listOf(string),
          completed: boolean,
          assignedTo: listOf(string),
          query: string,
          limit: between(1, 1000, number),
          skip: between(0, Number.MAX_SAFE_INTEGER, number),
          businessId: string,
        },
      );
      const wanted = body.query?.toLowerCase() ?? '';
      const found = sandbox.store.tasks
        .filter(
          (task) =>
            task.locationId === locationId &&
            (body.contactId?.includes(task.contactId) ?? true) &&
            (body.assignedTo?.includes(task.assignedTo ?? '') ?? true) &&
            (body.completed === undefined || task.completed === body.completed) &&
            `${task.title} ${task.body ?? ''}`.toLowerCase().includes(wanted),
        )
        .sort((a, b) => b.dateAdded - a.dateAdded);
      const skip = body.skip ?? 0;
      return {
        tasks: found.slice(skip, skip + (body.limit ?? 25)).map((task) => taskRow(sandbox, task)),
      };
    },
  );
}
