import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';

import { Icon } from '../parts/icon.tsx';
import { catalog } from '../state/catalog.ts';
import { connection, theme, timezone } from '../state/settings.ts';
import { ROOMS } from './rooms.ts';
import './header.css';

/** The name, the pages, and what is common to all of them: the account, the time zone, the theme. */
export function Header() {
  const { path } = useLocation();
  return (
    <header class="header">
      <div class="header-inner">
        <a class="brand" href="/">
          <Icon name="bench" /> Workbench
        </a>
        <nav aria-label="Pages" class="nav">
          {ROOMS.map((room) => (
            <a
              key={room.path}
              href={room.path}
              aria-current={isIn(room.path, path) ? 'page' : undefined}
            >
              {room.label}
            </a>
          ))}
        </nav>
        <div class="settings">
          <Account />
          <TimeZone />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

/** Operations belong to the catalog. */
function isIn(room: string, path: string): boolean {
  if (room !== '/') return path === room || path.startsWith(`${room}/`);
  return !ROOMS.some((other) => other.path !== '/' && isIn(other.path, path));
}

function Account() {
  const loaded = catalog.value;
  const connections = loaded.state === 'ready' ? loaded.value.connections : [];
  return (
    <label class="setting">
      <span>Account</span>
      <select
        value={connection.value}
        disabled={connections.length === 0}
        onChange={({ currentTarget }) => (connection.value = currentTarget.value)}
      >
        {connections.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Lists the hundreds of zones once somebody is about to choose: every page would be drawn with them. */
function TimeZone() {
  const isOpen = useSignal(false);
  const open = () => {
    isOpen.value = true;
  };
  const zones = isOpen.value ? allZones() : [timezone.value];
  return (
    <label class="setting">
      <span>Time zone</span>
      <select
        class="zones"
        value={timezone.value}
        onPointerDown={open}
        onFocus={open}
        onChange={({ currentTarget }) => (timezone.value = currentTarget.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}

function allZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

function ThemeSwitch() {
  const other = theme.value === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Switch to the ${other} theme`}
      onClick={() => (theme.value = other)}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
}
