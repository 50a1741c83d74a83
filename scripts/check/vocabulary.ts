/** What people call the app: no label or description repeats it. */
export const APP_NAMES = ['HighLevel', 'GoHighLevel', 'LeadConnector', 'GHL'];
