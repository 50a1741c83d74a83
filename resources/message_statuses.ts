/** The statuses that a message goes through, with their labels. */
export const MESSAGE_STATUSES = {
  scheduled: 'Scheduled',
  queued: 'Queued',
  pending: 'Pending',
  sent: 'Sent',
  delivered: 'Delivered',
  opened: 'Opened',
  clicked: 'Clicked',
  read: 'Read',
  connected: 'Connected',
  undelivered: 'Undelivered',
  failed: 'Failed',
  opt_out: 'Opted Out',
} as const;

/** The statuses that an email may be set to. */
export const EMAIL_STATUSES = {
  pending: MESSAGE_STATUSES.pending,
  scheduled: MESSAGE_STATUSES.scheduled,
  sent: MESSAGE_STATUSES.sent,
  delivered: MESSAGE_STATUSES.delivered,
  opened: MESSAGE_STATUSES.opened,
  clicked: MESSAGE_STATUSES.clicked,
  read: MESSAGE_STATUSES.read,
  connected: MESSAGE_STATUSES.connected,
  undelivered: MESSAGE_STATUSES.undelivered,
  failed: MESSAGE_STATUSES.failed,
} as const;

/** What HighLevel counts of an email. */
export const EMAIL_EVENTS = {
  delivered: 'Delivered',
  opened: 'Opened',
  clicked: 'Clicked',
  replied: 'Replied',
  failed: 'Failed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  unsubscribed: 'Unsubscribed',
  complained: 'Complained',
  stored: 'Stored',
} as const;
