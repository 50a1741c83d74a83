import type { Bundle, ZObject } from 'zapier-platform-core';

import { workflow } from '../../resources/workflow.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { toldApart, type ChoiceSource } from '../operations/choices.ts';

/** Published workflows, those of one name by their day too: drafts take no contacts. */
export const workflowChoices: ChoiceSource = async (z, bundle) => {
  const workflows = await listWorkflows(z, bundle);
  const choices = workflows
    .filter(({ status }) => status === 'published')
    .map(({ id, name, createdAt }) => ({
      id,
      name: name ?? 'Workflow without a name',
      detail: createdAt && `created ${createdAt.slice(0, 10)}`,
    }));
  return { choices: toldApart(choices) };
};

export function listWorkflows(z: ZObject, bundle: Bundle) {
  return callList(z, workflow, 'workflows', {
    url: '/workflows/',
    params: { locationId: locationOf(bundle) },
  });
}
