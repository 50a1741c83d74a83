import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--search)' },
  { tag: tags.string, color: 'var(--action)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--trigger)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', maxHeight: '32rem' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-s)', overflow: 'auto' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-faint)',
    borderRight: 'var(--border)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
});

/** Shows JSON to read: folded, selected and searched in, not changed. @returns what takes it away */
export function showJson(parent: ShadowRoot, text: string, label: string): () => void {
  const view = new EditorView({
    parent,
    root: parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        json(),
        syntaxHighlighting(colors),
        look,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
        EditorView.lineWrapping,
      ],
    }),
  });
  return () => {
    view.destroy();
  };
}
