/** The environment of a server whose clock runs ahead by so many milliseconds. */
export function clockAhead(milliseconds: number): Record<string, string> {
  const script = new URL('clock_ahead.mjs', import.meta.url).href;
  return { NODE_OPTIONS: `--import=${script}`, CLOCK_AHEAD_MS: String(milliseconds) };
}
