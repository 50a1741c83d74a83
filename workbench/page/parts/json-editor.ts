import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
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

/** JSON in CodeMirror. */
export interface JsonEditor {
  /** Replaces what stands there, unless it is the same. */
  replace: (text: string) => void;
  destroy: () => void;
}

/** Edits JSON: brackets close, Tab leaves the editor. */
export function editJson(parent: ShadowRoot, options: EditorOptions): JsonEditor {
  return open(parent, options.text, { 'aria-label': options.label, spellcheck: 'false' }, [
    placeholder(options.placeholder),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) options.onText(state.doc.toString());
    }),
  ]);
}

/** Shows JSON to read: folded, selected and searched in, not changed. */
export function showJson(parent: ShadowRoot, text: string, label: string): JsonEditor {
  return open(parent, text, { 'aria-label': label, 'aria-readonly': 'true' }, [
    EditorState.readOnly.of(true),
  ]);
}

function open(
  parent: ShadowRoot,
  text: string,
  attributes: Record<string, string>,
  more: Extension[],
): JsonEditor {
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
        // A long text scrolls by keyboard too.
        EditorView.contentAttributes.of({ ...attributes, tabindex: '0' }),
        EditorView.lineWrapping,
        more,
      ],
    }),
  });
  return {
    replace: (newText) => {
      const before = view.state.doc.toString();
      if (newText === before) return;
      view.dispatch({ changes: { from: 0, to: before.length, insert: newText } });
    },
    destroy: () => {
      view.destroy();
    },
  };
}
