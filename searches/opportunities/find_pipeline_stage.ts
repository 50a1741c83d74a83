import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { pipelinesOf } from '../../lib/opportunities/pipelines.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { pipelineStage } from '../../resources/pipeline.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Stage',
    type: 'string',
    required: true,
    helpText: 'The name of the stage or part of it. An exact match comes first.',
  },
  {
    key: 'pipeline',
    label: 'Pipeline',
    type: 'string',
    helpText: 'The name of the pipeline or part of it. Leave blank to look in all pipelines.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, pipeline = '' } = bundle.inputData;
  const pipelines = byName(await pipelinesOf(z, bundle), pipeline);
  return byName(
    pipelines.flatMap(({ stages }) => stages),
    name,
  );
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_pipeline_stage',
  noun: 'Pipeline Stage',
  display: {
    label: 'Find Pipeline Stage',
    description: 'Finds a stage of a pipeline by the names of both.',
  },
  operation: { inputFields, perform, ...pipelineStage.output },
});
