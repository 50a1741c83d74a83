export { default as new_opportunity } from './new_opportunity.ts';
export { default as opportunity_stage_changed } from './opportunity_stage_changed.ts';
export { default as opportunity_status_changed } from './opportunity_status_changed.ts';
export { default as opportunity_updated } from './opportunity_updated.ts';
export { default as opportunity_assigned } from './opportunity_assigned.ts';
export { default as opportunity_value_changed } from './opportunity_value_changed.ts';
export { default as opportunity_deleted } from './opportunity_deleted.ts';
