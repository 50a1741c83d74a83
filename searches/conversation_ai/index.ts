export { default as find_ai_agent } from './find_ai_agent.ts';
