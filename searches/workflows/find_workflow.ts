import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { byName } from '../../lib/operations/by_name.ts';
import { listWorkflows } from '../../lib/workflows/workflows.ts';
import { workflow } from '../../resources/workflow.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'The name of the workflow, or part of it.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: { published: 'Published', draft: 'Draft' },
    helpText: 'Leave blank for both. Only published workflows accept contacts.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, status } = bundle.inputData;
  const found = byName(await listWorkflows(z, bundle), name);
  return found.filter((entry) => status === undefined || entry.status === status);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_workflow',
  noun: 'Workflow',
  display: {
    label: 'Find Workflow',
    description: 'Finds a workflow by its name or part of it. An exact match comes first.',
  },
  operation: { inputFields, perform, ...workflow.output },
});
