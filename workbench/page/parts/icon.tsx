/** Line icons on a grid of 16, drawn for the workbench. They are decoration: what they mean stands beside them. */
const PATHS = {
  bench: 'M2 5.5h12v2.5H2zM4 8v5.5M12 8v5.5M4 11h8M5 5.5l1.5-3h3l1.5 3',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5l3.5 3.5',
  bolt: 'M9 1.5 3.5 9H7.5L7 14.5 12.5 7H8.5Z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.5V8l2.5 1.5',
  play: 'M5 3l8 5-8 5Z',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  link: 'M6.5 9.5l3-3M5 7 3.3 8.7a2.8 2.8 0 0 0 4 4L9 11M11 9l1.7-1.7a2.8 2.8 0 0 0-4-4L7 5',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2 1.5 13.5h13ZM8 6.5v3M8 11.5v.1',
  wand: 'M3 13l7-7M11.5 2v2M11.5 7v2M8 5.5h2M13 5.5h2',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  pause: 'M5.5 3v10M10.5 3v10',
  repeat: 'M3 8a5 5 0 0 1 8.5-3.5L13 6M13 2.5V6H9.5M13 8a5 5 0 0 1-8.5 3.5L3 10M3 13.5V10h3.5',
  power: 'M8 2v6M4.5 4a5.2 5.2 0 1 0 7 0',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
