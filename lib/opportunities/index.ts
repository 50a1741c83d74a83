export { rawOpportunity } from './opportunities.ts';
