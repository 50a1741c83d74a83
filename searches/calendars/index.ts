export { default as find_appointment } from './find_appointment.ts';
export { default as find_appointments } from './find_appointments.ts';
export { default as find_available_times } from './find_available_times.ts';
export { default as find_blocked_time } from './find_blocked_time.ts';
export { default as find_calendar } from './find_calendar.ts';
