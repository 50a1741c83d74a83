export { default as campaign_status_changed } from './campaign_status_changed.ts';
