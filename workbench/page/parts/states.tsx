import './states.css';

/** The states that every panel has beside its content. */

/** Shown only when it takes longer than a blink (300 ms). */
export function Loading({ what }: { what: string }) {
  return (
    <div class="state loading" role="status">
      <span class="loading-bar" aria-hidden="true" />
      <p>Loading {what} …</p>
    </div>
  );
}

export function Failed({ sentence, again }: { sentence: string; again?: () => void }) {
  return (
    <div class="state failed" role="alert">
      <p>{sentence}</p>
      {again && (
        <button type="button" class="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** In place of a whole page, which needs a heading. */
export function FailedPage(failure: { sentence: string; again: () => void }) {
  return (
    <>
      <div class="page-head">
        <h1>This page was not loaded</h1>
      </div>
      <Failed {...failure} />
    </>
  );
}

export function Empty({ children }: { children: preact.ComponentChildren }) {
  return <div class="state empty">{children}</div>;
}
