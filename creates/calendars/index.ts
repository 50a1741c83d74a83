export { default as add_appointment_note } from './add_appointment_note.ts';
export { default as block_off_time } from './block_off_time.ts';
export { default as book_appointment } from './book_appointment.ts';
export { default as cancel_appointment } from './cancel_appointment.ts';
export { default as change_appointment_status } from './change_appointment_status.ts';
export { default as delete_appointment } from './delete_appointment.ts';
export { default as delete_blocked_time } from './delete_blocked_time.ts';
export { default as update_appointment } from './update_appointment.ts';
