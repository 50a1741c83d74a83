import type { OperationKind } from '../../api/catalog.ts';
import type { Entries } from '../../api/form.ts';

/** What is filled into forms: kept for the tab, so that back, forward and reload find it; and as a link. */

const HASH = '#form=';

/** Where the form of an operation's page is kept. A link that carries one is taken over first. */
export function draftOf(kind: OperationKind, key: string) {
  const name = `workbench.form.${kind}.${key}`;
  return {
    read: (): Entries => {
      const shared = sharedForm();
      if (shared) return shared;
      return parseEntries(sessionStorage.getItem(name) ?? '{}');
    },
    write: (entries: Entries) => {
      sessionStorage.setItem(name, JSON.stringify(entries));
    },
  };
}

/** A link to this operation with what is filled in, for this workbench. */
export function shareLink(entries: Entries): string {
  const bytes = new TextEncoder().encode(JSON.stringify(entries));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${location.origin}${location.pathname}${HASH}${encodeURIComponent(text)}`;
}

function sharedForm(): Entries | undefined {
  if (!location.hash.startsWith(HASH)) return undefined;
  try {
    const text = atob(decodeURIComponent(location.hash.slice(HASH.length)));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return parseEntries(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // A link that was cut off: the form opens as it was.
  } finally {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

function parseEntries(json: string): Entries {
  const read: unknown = JSON.parse(json);
  // Only this file writes it; the server checks whatever comes of it.
  return typeof read === 'object' && read !== null ? (read as Entries) : {};
}
