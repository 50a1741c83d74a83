/** Records of the smaller areas, as HighLevel answers them. */

import { LOCATION_ID } from './app.ts';

export const AGENT_ID = 'aGt5Kd8LmQ3wXv7ZyNcR';

export const AGENT = {
  id: AGENT_ID,
  name: 'Front Desk',
  mode: 'suggestive',
  channels: ['SMS'],
  isPrimary: true,
  waitTime: 30,
  waitTimeUnit: 'seconds',
  instructions: 'Ask for a phone number.',
  autoPilotMaxMessages: 40,
  actions: [{ id: 'aCt5Kd8LmQ3wXv7ZyNcR' }],
};

export const LINK_ID = 'lNk6Bv3XcZ9mQw2RtYpH';

export const LINK = {
  id: LINK_ID,
  name: 'Book a Visit',
  redirectTo: 'https://example.com/book/',
  fieldKey: `{{trigger_link.${LINK_ID}}}`,
  locationId: LOCATION_ID,
};

export const OTHER_LINK = {
  ...LINK,
  id: 'lNk6Bv3XcZ9mQw2RtYpJ',
  name: 'Book a Visit in Denver',
  redirectTo: 'https://example.com/denver',
};

export const MEDIA_FILE_ID = '64af50c42d567a3b4f5989e0';
export const FOLDER_ID = '64af50c42d567a3b4f5989e1';

export const MEDIA_FILE = {
  _id: MEDIA_FILE_ID,
  altId: LOCATION_ID,
  altType: 'location',
  name: 'Price list.pdf',
  type: 'file',
  url: 'https://storage.example.com/media/price-list.pdf',
  contentType: 'application/pdf',
  size: 20_480,
  parentId: FOLDER_ID,
};
