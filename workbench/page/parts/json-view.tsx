import { useEffect, useRef } from 'preact/hooks';

import { CopyButton } from './copy-button.tsx';
import './json-view.css';

/** JSON to read and search in, with CodeMirror, which is loaded when it is first shown. */
export function JsonView({ text, label = 'JSON' }: { text: string; label?: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    // In a tree of its own CodeMirror's styles are objects, and no inline style, which the page forbids.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    let isGone = false;
    let end: (() => void) | undefined;
    void import('./json-editor.ts').then(({ showJson }) => {
      if (!isGone) end = showJson(root, text, label);
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [text, label]);
  return (
    <div class="json-view">
      <div class="json-head">
        <span>{label}</span>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      <div class="json-host" ref={host} />
    </div>
  );
}
