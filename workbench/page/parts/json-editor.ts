import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
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

interface EditorOptions {
  label: string;
  text: string;
  placeholder: string;
  onText: (text: string) => void;
}

/** JSON that is being written. */
export interface JsonEditor {
  /** Replaces what stands there, unless it is the same. */
  replace: (text: string) => void;
  destroy: () => void;
}

/** Edits JSON: brackets close, Tab leaves the editor. */
export function editJson(parent: ShadowRoot, options: EditorOptions): JsonEditor {
  const view = new EditorView({
    parent,
    root: parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        basicSetup,
        json(),
        syntaxHighlighting(colors),
        look,
        placeholder(options.placeholder),
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false' }),
        EditorView.lineWrapping,
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) options.onText(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    replace: (text) => {
      const before = view.state.doc.toString();
      if (text === before) return;
      view.dispatch({ changes: { from: 0, to: before.length, insert: text } });
    },
    destroy: () => {
      view.destroy();
    },
  };
}

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
