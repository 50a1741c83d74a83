/** A page without script or style, for before the workbench is open. */
export function plainPage({
  title,
  text,
  next,
}: {
  title: string;
  text: string;
  next?: string;
}): string {
  // A redirect by the page itself: the browser sends a strict cookie after it, wherever the link was clicked.
  const refresh =
    next === undefined ? '' : `<meta http-equiv="refresh" content="0; url=${escaped(next)}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${refresh}<title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body></html>`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
