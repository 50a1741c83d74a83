import type { Bundle, ZObject } from 'zapier-platform-core';

import { workflow } from '../../resources/workflow.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import type { ChoiceSource } from '../operations/choices.ts';

/** Published workflows: drafts take no contacts. */
export const workflowChoices: ChoiceSource = async (z, bundle) => {
  const workflows = await listWorkflows(z, bundle);
  return {
    choices: workflows
      .filter(({ status }) => status === 'published')
      .map(({ id, name }) => ({ id, name: name ?? 'Workflow without a name' })),
  };
};

export function listWorkflows(z: ZObject, bundle: Bundle) {
  return callList(z, workflow, 'workflows', {
    url: '/workflows/',
    params: { locationId: locationOf(bundle) },
  });
}
