import { CopyButton } from './copy-button.tsx';
import { JsonHost } from './json-host.tsx';
import './json-view.css';

/** JSON to read, search in and copy. */
export function JsonView({ text, label = 'JSON' }: { text: string; label?: string }) {
  return (
    <div class="json-view">
      <div class="json-head">
        <span>{label}</span>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      <JsonHost
        label={label}
        text={text}
        open={({ showJson }, place, first) => showJson(place, first, label)}
      />
    </div>
  );
}
