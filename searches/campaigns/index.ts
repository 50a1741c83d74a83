export { default as find_campaign } from './find_campaign.ts';
