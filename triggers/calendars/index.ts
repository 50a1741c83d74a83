export { default as appointment_deleted } from './appointment_deleted.ts';
export { default as appointment_rescheduled } from './appointment_rescheduled.ts';
export { default as appointment_start } from './appointment_start.ts';
export { default as appointment_status_changed } from './appointment_status_changed.ts';
export { default as appointment_updated } from './appointment_updated.ts';
export { default as new_appointment } from './new_appointment.ts';
