export { appointmentField, calendarField } from './fields.ts';
