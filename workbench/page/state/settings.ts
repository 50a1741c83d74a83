import { effect, signal } from '@preact/signals';

/** What a person set for all pages; it outlives a reload. */

/** Whose account operations run under; empty until the catalog is there. */
export const connection = stored<string>('connection', '');

/** The Zap's time zone. */
export const timezone = stored<string>('timezone', 'America/New_York');

export type Theme = 'light' | 'dark';

export const theme = stored<Theme>(
  'theme',
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});

function stored<Text extends string>(name: string, initial: Text) {
  const key = `workbench.${name}`;
  // Only this function writes it, from a value of that type.
  const value = signal((localStorage.getItem(key) as Text | null) ?? initial);
  effect(() => {
    localStorage.setItem(key, value.value);
  });
  return value;
}
