import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { JsonEditor } from '../parts/json-editor.ts';
import { Failed } from '../parts/states.tsx';
import { sentenceOf } from '../state/api.ts';

interface JsonInputProps {
  label: string;
  placeholder: string;
  value: string;
  onText: (text: string) => void;
}

/** A field for JSON or code: CodeMirror, which is loaded when the first such field is shown. */
export function JsonInput({ label, placeholder, value, onText }: JsonInputProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | undefined>(undefined);
  const latest = useRef({ value, onText });
  latest.current = { value, onText };
  const sentence = useSignal('');
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    // In a tree of its own CodeMirror's styles are objects, and no inline style, which the page forbids.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    let isGone = false;
    import('../parts/json-editor.ts')
      .then(({ editJson }) => {
        if (isGone) return;
        editor.current = editJson(root, {
          label,
          placeholder,
          text: latest.current.value,
          onText: (text) => {
            latest.current.onText(text);
          },
        });
      })
      .catch((error: unknown) => (sentence.value = sentenceOf(error)));
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [label, placeholder]);
  useEffect(() => {
    editor.current?.replace(value);
  }, [value]);
  const problem = problemIn(value);
  return (
    <>
      <div class="json-host json-input" ref={host} />
      {sentence.value !== '' && <Failed sentence={sentence.value} />}
      <p class="field-help bad-text" role="status">
        {problem}
      </p>
    </>
  );
}

/** Why a text is no JSON, and where; empty where it is, or where nothing stands. */
export function problemIn(text: string): string {
  if (text.trim() === '') return '';
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const [, line] = /line (\d+)/.exec(sentenceOf(error)) ?? [];
    return `This is not JSON${line === undefined ? '' : `: look at line ${line}`}.`;
  }
}
