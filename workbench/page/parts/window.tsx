import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './window.css';

interface WindowProps<Item> {
  /** What screen readers call the list. */
  label: string;
  id: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  draw: (item: Item) => ComponentChildren;
  chosen: string;
  onChoose: (item: Item) => void;
}

/** In CSS pixels: rows of one height are found without being measured. */
const ROW = 44;
/** How many rows are drawn beyond each edge. */
const MARGIN = 6;

/**
 * A list of any length of which only the rows in sight are drawn. One is chosen by a click, or by the arrow keys,
 * Home, End and Page Up and Down. New rows at the top do not move those in sight, unless the list is at its top.
 */
export function Window<Item>({
  label,
  id,
  items,
  keyOf,
  draw,
  chosen,
  onChoose,
}: WindowProps<Item>) {
  const host = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(600);
  const first = useRef('');
  const place = items.findIndex((item) => keyOf(item) === chosen);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => (height.value = element.clientHeight));
    measure.observe(element);
    return () => {
      measure.disconnect();
    };
  }, []);

  // Whoever reads further down stays there when rows come on top.
  const newest = items[0] === undefined ? '' : keyOf(items[0]);
  useLayoutEffect(() => {
    const element = host.current;
    const before = items.findIndex((item) => keyOf(item) === first.current);
    if (element && before > 0 && element.scrollTop > 0) element.scrollTop += before * ROW;
    first.current = newest;
  }, [newest]);

  const choose = (index: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    const element = host.current;
    if (!item || !element) return;
    onChoose(item);
    const at = items.indexOf(item) * ROW;
    if (at < element.scrollTop) element.scrollTop = at;
    const bottom = element.scrollTop + element.clientHeight - ROW;
    if (at > bottom) element.scrollTop = at - element.clientHeight + ROW;
  };
  const page = Math.max(1, Math.floor(height.value / ROW) - 1);
  const onKey = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: items.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  const from = Math.max(0, Math.floor(top.value / ROW) - MARGIN);
  const to = Math.min(items.length, Math.ceil((top.value + height.value) / ROW) + MARGIN);
  const isInSight = place >= from && place < to;
  return (
    <div
      ref={host}
      class="window"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={isInSight ? `${id}-${chosen}` : undefined}
      onScroll={({ currentTarget }) => (top.value = currentTarget.scrollTop)}
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ height: `${items.length * ROW}px` }}>
        <div role="presentation" style={{ transform: `translateY(${from * ROW}px)` }}>
          {items.slice(from, to).map((item, index) => {
            const key = keyOf(item);
            return (
              <div
                key={key}
                id={`${id}-${key}`}
                class="window-row"
                role="option"
                aria-selected={key === chosen}
                aria-setsize={items.length}
                aria-posinset={from + index + 1}
                // When the button is released, new rows may have moved another one under the mouse.
                onMouseDown={({ button }) => {
                  if (button === 0) onChoose(item);
                }}
                // Screen readers may press no button.
                onClick={() => {
                  if (key !== chosen) onChoose(item);
                }}
              >
                {draw(item)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
