/** The names under which people know the app: no label or description repeats them. */
export const APP_NAMES = ['HighLevel', 'GoHighLevel', 'LeadConnector', 'GHL'];
