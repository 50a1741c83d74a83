export { default as find_opportunities } from './find_opportunities.ts';
export { default as find_opportunity } from './find_opportunity.ts';
export { default as find_pipeline_stage } from './find_pipeline_stage.ts';
