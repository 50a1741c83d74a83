export { default as set_ai_agent_mode } from './set_ai_agent_mode.ts';
