import type { FastifyInstance } from 'fastify';

import type { FormReader } from '../../../local/index.ts';
import type { ChoicePage, Entries, FilledForm, FormView } from '../../api/form.ts';
import type { Desk } from '../desk.ts';
import { readBody } from '../http/read-body.ts';
import { exampleOf } from './example.ts';
import { readForm } from './form.ts';
import { inputOf } from './input-data.ts';
import { choiceRequest, formState } from './schemas.ts';

/** Forms, their dropdowns, and examples to fill them with. */
export function formRoutes(app: FastifyInstance, { connections, operations }: Desk): void {
  app.post('/api/form', async (request): Promise<FormView> => {
    const state = readBody(formState, request.body);
    const operation = operations.find(state.kind, state.key);
    const { forms, openForms } = await connections.to(state.connection);
    const read = openForms.open(forms, operation, state.timezone);
    return readForm(read, operation, operations, state.entries);
  });

  app.post('/api/form/choices', async (request): Promise<ChoicePage> => {
    const { field, page, ...state } = readBody(choiceRequest, request.body);
    const operation = operations.find(state.kind, state.key);
    const { forms, openForms } = await connections.to(state.connection);
    const read = openForms.shown(forms, operation, state.timezone);
    const { fields } = await readForm(read, operation, operations, state.entries);
    const { inputData } = inputOf(fields, state.entries);
    const { results, pagingToken } = await forms.choices(operation.path, field, {
      inputData,
      ...(page !== null && { pagingToken: page }),
    });
    return { choices: results, next: pagingToken };
  });

  app.post('/api/form/example', async (request): Promise<FilledForm> => {
    const state = readBody(formState, request.body);
    const operation = operations.find(state.kind, state.key);
    const { id, isAgency } = connections.find(state.connection);
    const exampleIn = async (account: string) =>
      exampleOf(await connections.to(account), operation, operations, state.timezone);
    const filled = async (read: FormReader, entries: Entries): Promise<FilledForm> => ({
      entries,
      form: await readForm(read, operation, operations, entries),
    });
    if (!isAgency) {
      const { read, entries } = await exampleIn(id);
      return filled(read, entries);
    }
    const subAccount = connections.firstSubAccount();
    const { forms, openForms } = await connections.to(id);
    const read = openForms.shown(forms, operation, state.timezone);
    const { fields } = await readForm(read, operation, operations, state.entries);
    const { entries } = await exampleIn(subAccount);
    // Each step of an agency chooses its sub-account, with a field of its own that comes first.
    const chooser = fields.find(({ label }) => label === 'Sub-Account');
    return filled(read, {
      ...entries,
      ...(chooser && { [chooser.key]: { from: 'typed', value: subAccount } }),
    });
  });
}
