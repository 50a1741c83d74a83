import { useRef } from 'preact/hooks';

import { JsonHost } from '../parts/json-host.tsx';
import { sentenceOf } from '../state/api.ts';

interface JsonInputProps {
  label: string;
  placeholder: string;
  value: string;
  onText: (text: string) => void;
}

/** A field for JSON or code. */
export function JsonInput({ label, placeholder, value, onText }: JsonInputProps) {
  const latest = useRef(onText);
  latest.current = onText;
  return (
    <div class="json-input">
      <JsonHost
        label={label}
        text={value}
        open={({ editJson }, place, text) =>
          editJson(place, {
            label,
            placeholder,
            text,
            onText: (changed) => {
              latest.current(changed);
            },
          })
        }
      />
      <p class="field-help bad-text" role="status">
        {problemIn(value)}
      </p>
    </div>
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
