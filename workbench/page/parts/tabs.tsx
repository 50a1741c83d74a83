import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './tabs.css';

export interface Tab {
  key: string;
  label: string;
  /** Shown behind the label. */
  count?: number;
  content: () => ComponentChildren;
}

/** Tabs as screen readers expect them: arrow keys move between them. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const id = useId();
  const chosen = useSignal(tabs[0]?.key ?? '');
  const current = tabs.find(({ key }) => key === chosen.value) ?? tabs[0];
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const place = tabs.findIndex(({ key }) => key === current?.key);
    const next = tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    chosen.value = next.key;
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.key}`)}`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ key, label: name, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === current?.key}
            aria-controls={`${id}-panel`}
            tabIndex={key === current?.key ? 0 : -1}
            onClick={() => (chosen.value = key)}
          >
            {name}
            {count !== undefined && <span class="count"> {count}</span>}
          </button>
        ))}
      </div>
      <div
        class="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current?.key ?? ''}`}
        tabIndex={0}
      >
        {current?.content()}
      </div>
    </div>
  );
}
