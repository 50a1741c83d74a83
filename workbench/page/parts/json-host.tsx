import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { whyNotLoaded } from '../state/api.ts';
import type * as editors from './json-editor.ts';
import { Failed } from './states.tsx';
import './json-host.css';

type Editors = typeof editors;
type JsonEditor = editors.JsonEditor;

interface JsonHostProps {
  text: string;
  label: string;
  /** Makes the editor in its place, once for a label. */
  open: (editors: Editors, place: ShadowRoot, text: string) => JsonEditor;
}

/** A place for JSON in CodeMirror, which is loaded when the first such place is shown. */
export function JsonHost({ text, label, open }: JsonHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | undefined>(undefined);
  const latest = useRef(text);
  latest.current = text;
  const sentence = useSignal('');
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    // In a tree of its own CodeMirror's styles are objects, and no inline style, which the page forbids.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    let isGone = false;
    import('./json-editor.ts').then(
      (loaded) => {
        if (!isGone) editor.current = open(loaded, root, latest.current);
      },
      async () => {
        sentence.value = await whyNotLoaded();
      },
    );
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [label]);
  useEffect(() => {
    editor.current?.replace(text);
  }, [text]);
  return (
    <>
      <div class="json-host" ref={host} />
      {sentence.value !== '' && <Failed sentence={sentence.value} />}
    </>
  );
}
