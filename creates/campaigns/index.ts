export { default as add_contact_to_campaign } from './add_contact_to_campaign.ts';
export { default as remove_contact_from_campaign } from './remove_contact_from_campaign.ts';
