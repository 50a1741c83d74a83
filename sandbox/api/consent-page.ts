import type { Location } from '../state/records.ts';
import { SCOPES, SENSITIVE_SCOPES } from '../state/scopes.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '',
  );

const STYLE = `
  :root { color-scheme: light dark; --line: #d9dee7; --soft: #5b6675; --paper: #fff; --ground: #f2f5f9;
    --ink: #17202c; --brand: #155eef; --warn: #b54708; }
  @media (prefers-color-scheme: dark) { :root { --line: #38424f; --soft: #a3afbd; --paper: #1b232d;
    --ground: #10161d; --ink: #eef2f6; --brand: #6d9bff; --warn: #fdb022; } }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 2.5rem 1rem; background: var(--ground); color: var(--ink);
    font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  main { max-width: 38rem; margin: 0 auto; background: var(--paper); border: 1px solid var(--line);
    border-radius: 14px; padding: 2rem; }
  .note { color: var(--soft); font-size: .875rem; margin: 0 0 1.25rem; }
  h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .375rem; }
  fieldset { border: 0; margin: 1.75rem 0 0; padding: 0; min-width: 0; }
  legend { padding: 0; font-weight: 600; margin: 0 0 .625rem; }
  .place { display: flex; gap: .75rem; align-items: flex-start; border: 1px solid var(--line);
    border-radius: 10px; padding: .75rem .875rem; margin-bottom: .5rem; cursor: pointer; }
  .place:has(input:checked) { border-color: var(--brand); outline: 1px solid var(--brand); }
  .place small, .scope small { display: block; color: var(--soft); font-size: .8125rem; }
  input { accent-color: var(--brand); margin: .3rem 0 0; flex: none; }
  .scopes { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .375rem 1rem; }
  .scope { display: flex; gap: .625rem; align-items: flex-start; font-size: .9375rem; overflow-wrap: anywhere; }
  .sensitive { color: var(--warn); font-weight: 700; }
  .actions { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 2rem; }
  button { font: inherit; font-weight: 600; padding: .625rem 1.5rem; border-radius: 9px; cursor: pointer;
    border: 1px solid var(--line); background: transparent; color: inherit; }
  button.allow { background: #155eef; border-color: #155eef; color: #fff; }
  button:focus-visible, input:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

/** A page that says why an authorize address cannot be used. */
export const problemPage = (problem: string): string =>
  page(
    'This address cannot be used',
    `<p class="note">HighLevel sandbox on this machine</p><h1>This address cannot be used</h1><p>${escape(problem)}</p>`,
  );

export interface Consent {
  /** Where the form posts to: the authorize address itself. */
  action: string;
  appName: string;
  companyName: string;
  scopes: readonly string[];
  locations: readonly Location[];
}

const place = (value: string, title: string, detail: string, checked: boolean): string =>
  `<label class="place"><input type="radio" name="location_id" value="${escape(value)}"${checked ? ' checked' : ''} required>
<span>${escape(title)}<small>${escape(detail)}</small></span></label>`;

const option = (field: string, value: string, title: string, detail: string): string =>
  `<label class="scope"><input type="checkbox" name="${field}" value="${escape(value)}" checked>
<span>${escape(title)}<small>${escape(detail)}</small></span></label>`;

const tick = (scope: string): string => {
  const sensitive = SENSITIVE_SCOPES.includes(scope);
  return `<label class="scope"><input type="checkbox" name="granted_scope" value="${escape(scope)}" checked>
<span${sensitive ? ' class="sensitive"' : ''}>${escape(SCOPES[scope] ?? scope)}<small>${escape(scope)}</small></span></label>`;
};

/** The consent page: plain HTML, no scripts. */
export const consentPage = (consent: Consent): string =>
  page(
    `Connect ${consent.appName}`,
    `<p class="note">HighLevel sandbox on this machine. Nothing here reaches a real account.</p>
<h1>${escape(consent.appName)} wants to connect</h1>
<p class="note">You are signed in as an admin of ${escape(consent.companyName)}.</p>
<form method="post" action="${escape(consent.action)}">
<input type="hidden" name="scopes_shown" value="1">
<fieldset><legend>Choose a sub-account</legend>
${consent.locations
  .map((location, index) =>
    place(location.id, location.name, `${location.city}, ${location.state}`, index === 0),
  )
  .join('\n')}
${place('agency', 'The agency', 'All sub-accounts that are ticked below', false)}
</fieldset>
<fieldset><legend>Sub-accounts of the agency</legend>
${consent.locations
  .map(({ id, name, city, state }) => option('agency_location_id', id, name, `${city}, ${state}`))
  .join('\n')}
${option('future_locations', '1', 'Sub-accounts that the agency adds later', 'The app is installed there right away')}
</fieldset>
<fieldset><legend>It will be able to</legend>
<div class="scopes">
${consent.scopes.map(tick).join('\n')}
</div></fieldset>
<div class="actions">
<button name="decision" value="deny" formnovalidate>Deny</button>
<button class="allow" name="decision" value="allow">Allow</button>
</div>
</form>`,
  );
