import type { FastifyInstance, FastifyRequest } from 'fastify';

import { badRequest, type Json } from '../http/errors.ts';
import { boolean, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { plainText } from '../state/html.ts';
import { newId } from '../state/ids.ts';
import type { Note } from '../state/records.ts';
import { noteEvent } from '../webhooks/events.ts';
import { findContact, param } from './find.ts';
import { iso } from './views.ts';

const READ = { access: { scope: 'contacts.readonly' } };
const WRITE = { access: { scope: 'contacts.write' } };

const OPTIONAL = { userId: string, title: string, color: string, pinned: boolean };

const noteDetail = (note: Note): Json => ({
  id: note.id,
  body: note.body,
  bodyText: plainText(note.body),
  userId: note.userId ?? null,
  dateAdded: iso(note.dateAdded),
  contactId: note.contactId,
  title: note.title,
  color: note.color,
  pinned: note.pinned,
  relations: [],
});

function findNote(sandbox: Sandbox, request: FastifyRequest): Note {
  const contact = findContact(sandbox, request, param(request, 'contactId'));
  const id = param(request, 'id');
  const note = sandbox.store.notes.get(id);
  if (note?.contactId !== contact.id) throw badRequest(`Note with id ${id} not found`);
  return note;
}

/** A contact's notes. */
export function noteRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/contacts/:contactId/notes', { config: READ }, (request) => {
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const notes = sandbox.store.notes.filter((note) => note.contactId === contact.id);
    return { notes: notes.sort((a, b) => b.dateAdded - a.dateAdded).map(noteDetail) };
  });

  app.get('/contacts/:contactId/notes/:id', { config: READ }, (request) => ({
    note: noteDetail(findNote(sandbox, request)),
  }));

  app.post('/contacts/:contactId/notes', { config: WRITE }, (request) => {
    const body = readBody(request.body, { body: string }, OPTIONAL);
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const note = sandbox.store.notes.add({
      ...body,
      id: newId(),
      locationId: contact.locationId,
      contactId: contact.id,
      pinned: body.pinned ?? false,
      dateAdded: sandbox.now(),
    });
    sandbox.webhooks.fire(noteEvent('NoteCreate', note));
    return { note: noteDetail(note) };
  });

  app.put('/contacts/:contactId/notes/:id', { config: WRITE }, (request) => {
    const body = readBody(request.body, {}, { body: string, ...OPTIONAL });
    const note = findNote(sandbox, request);
    Object.assign(note, body);
    sandbox.webhooks.fire(noteEvent('NoteUpdate', note));
    return { note: noteDetail(note) };
  });

  app.delete('/contacts/:contactId/notes/:id', { config: WRITE }, (request) => {
    const note = findNote(sandbox, request);
    sandbox.store.notes.delete(note.id);
    sandbox.webhooks.fire(noteEvent('NoteDelete', note));
    return { succeded: true };
  });
}
