/** Another app of a recipe, as its maker presents it on Zapier. */
export interface App {
  /** The labels of the fields that it asks for and gives, by the keys used in recipes. */
  labels: Readonly<Record<string, string>>;
  /** Whether its maker publishes the names of its fields. */
  areFieldsPublished: boolean;
}

export type AppName = keyof typeof APPS;

/** The apps that recipes use beside this integration. */
export const APPS = {
  '17hats': {
    areFieldsPublished: false,
    labels: {
      first_name: 'First Name',
      last_name: 'Last Name',
      email: 'Email',
      phone: 'Phone',
      company: 'Company',
    },
  },
  'Act-On': {
    areFieldsPublished: true,
    labels: {
      email: 'Email',
      firstName: 'First Name',
      lastName: 'Last Name',
      company: 'Company',
      businessPhone: 'Business Phone',
      mobilePhone: 'Mobile Phone',
      externalId: 'External ID',
      list: 'Marketing List',
    },
  },
  'Webhooks by Zapier': { areFieldsPublished: true, labels: {} },
  'Schedule by Zapier': { areFieldsPublished: true, labels: {} },
  'Email by Zapier': {
    areFieldsPublished: true,
    labels: { to: 'To', subject: 'Subject', body: 'Body (HTML or Plain)' },
  },
  'AI by Zapier': {
    areFieldsPublished: true,
    labels: { prompt: 'Prompt', input: 'Input', summary: 'Summary', sentiment: 'Sentiment' },
  },
  Slack: {
    areFieldsPublished: true,
    labels: {
      channel: 'Channel',
      text: 'Message Text',
      thread_ts: 'Thread',
      ts: 'Ts',
      user: 'User',
    },
  },
} as const satisfies Record<string, App>;
