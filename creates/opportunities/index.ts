export { default as add_opportunity_followers } from './add_opportunity_followers.ts';
export { default as change_opportunity_status } from './change_opportunity_status.ts';
export { default as create_opportunity } from './create_opportunity.ts';
export { default as delete_opportunity } from './delete_opportunity.ts';
export { default as move_opportunity_to_stage } from './move_opportunity_to_stage.ts';
export { default as remove_opportunity_followers } from './remove_opportunity_followers.ts';
export { default as update_opportunity } from './update_opportunity.ts';
export { default as upsert_opportunity } from './upsert_opportunity.ts';
